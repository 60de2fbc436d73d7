/** Sessions that go on by themselves: comments that are answered, talking points, rest, and what is kept afterwards. */
@NullMarked
package dev.callsheet.avatar.live.show;

import org.jspecify.annotations.NullMarked;
