/** What tests of the engine and of its workers share. */
@NullMarked
package dev.callsheet.render.testkit;

import org.jspecify.annotations.NullMarked;
