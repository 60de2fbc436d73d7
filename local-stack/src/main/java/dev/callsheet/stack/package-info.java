/** Starts real Kafka, PostgreSQL and S3, for the local stack and for the tests of every service. */
@NullMarked
package dev.callsheet.stack;

import org.jspecify.annotations.NullMarked;
