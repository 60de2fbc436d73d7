/** What is particular to keeping a character itself over clips; pure. */
@NullMarked
package dev.callsheet.r2v.domain;

import org.jspecify.annotations.NullMarked;
