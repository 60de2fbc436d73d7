@NullMarked
package dev.callsheet.identity.measure;

import org.jspecify.annotations.NullMarked;
