/** Turns the face weights that ship in npm packages into ONNX files with known checksums. Runs at build time only. */
@NullMarked
package dev.callsheet.modeltools;

import org.jspecify.annotations.NullMarked;
