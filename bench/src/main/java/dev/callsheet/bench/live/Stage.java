package dev.callsheet.bench.live;

/** What a turn waits for at its providers. */
enum Stage {
    /** From the question's arrival to the model's first sentence. */
    MODEL,
    /** From the sentence's arrival to half a second of voice. */
    VOICE,
    /** From the first chunk's arrival to the avatar's word that it speaks. */
    AVATAR
}
