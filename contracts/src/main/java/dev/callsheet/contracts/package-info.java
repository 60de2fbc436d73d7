/** The language on the wire: ids, requests, decisions, work, facts, and how they travel on Kafka. No framework. */
@NullMarked
package dev.callsheet.contracts;

import org.jspecify.annotations.NullMarked;
