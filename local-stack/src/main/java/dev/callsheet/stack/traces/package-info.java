/** Receives the spans of all services (OTLP over HTTP), keeps them in files, shows one trace as a tree. */
@NullMarked
package dev.callsheet.stack.traces;

import org.jspecify.annotations.NullMarked;
