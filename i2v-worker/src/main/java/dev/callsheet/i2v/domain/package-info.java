/** What is particular to setting a picture in motion; pure. */
@NullMarked
package dev.callsheet.i2v.domain;

import org.jspecify.annotations.NullMarked;
