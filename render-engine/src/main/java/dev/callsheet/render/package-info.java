/** The life of one paid render, driven: claims takes, senses what happened, has it stored. */
@NullMarked
package dev.callsheet.render;

import org.jspecify.annotations.NullMarked;
