/** The models on ONNX Runtime. */
@NullMarked
package dev.callsheet.identity.onnx;

import org.jspecify.annotations.NullMarked;
