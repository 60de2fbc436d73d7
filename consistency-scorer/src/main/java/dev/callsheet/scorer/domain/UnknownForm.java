package dev.callsheet.scorer.domain;

/** Bytes that are not of the form they should have. The message holds nothing of them. */
public final class UnknownForm extends RuntimeException {
    UnknownForm(String message) {
        super(message);
    }
}
