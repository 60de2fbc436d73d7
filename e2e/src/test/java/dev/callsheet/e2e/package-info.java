/** The whole house, as a stranger would use it: by its script, its doors and its files. */
package dev.callsheet.e2e;
