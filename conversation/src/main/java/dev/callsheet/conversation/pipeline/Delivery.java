package dev.callsheet.conversation.pipeline;

/** What becomes of what is given to an avatar; told on the loop. */
interface Delivery {
    /** Something was given to the avatar. */
    void given();

    /** The sentence that is given from now on. */
    void reached(int index);

    /** The avatar speaks. */
    void speaks();

    /** This sentence begins to be heard. */
    void hears(int index);

    /** All was heard, or nothing was to be said. */
    void done();

    /** The avatar does not say that it speaks; what it was given is taken back. */
    void silent();

    /** The avatar does not say that it has ended, though it must have. */
    void endless();
}
