/** What is pure: a campaign's figures, the form of what is sealed. */
@NullMarked
package dev.callsheet.scorer.domain;

import org.jspecify.annotations.NullMarked;
