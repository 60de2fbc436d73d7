@NullMarked
package dev.callsheet.router.domain;

import org.jspecify.annotations.NullMarked;
