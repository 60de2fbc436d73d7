@NullMarked
package dev.callsheet.r2v.domain;

import org.jspecify.annotations.NullMarked;
