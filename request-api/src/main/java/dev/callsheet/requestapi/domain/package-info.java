/** What a request has become: folded from what was told, pure, in any order. */
@NullMarked
package dev.callsheet.requestapi.domain;

import org.jspecify.annotations.NullMarked;
