@NullMarked
package dev.callsheet.scorer.domain;

import org.jspecify.annotations.NullMarked;
