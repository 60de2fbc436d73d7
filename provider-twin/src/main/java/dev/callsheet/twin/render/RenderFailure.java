package dev.callsheet.twin.render;

/** A render that could not be made; the message is fit for the provider's answer. */
public class RenderFailure extends Exception {

    /** A failure with its reason, in the form {@code Code: text}. */
    public RenderFailure(String reason) {
        super(reason);
    }
}
