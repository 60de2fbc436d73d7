@NullMarked
package dev.callsheet.requestapi.domain;

import org.jspecify.annotations.NullMarked;
