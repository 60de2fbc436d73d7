package dev.callsheet.identity.measure;

import dev.callsheet.identity.face.Embedding;

/**
 * A character's face over a whole clip: the mean of its measured frames, the better ones counting more. Compared across
 * the clips of a campaign. Personal data.
 *
 * @param frames how many it was made from
 */
public record Portrait(String character, Embedding mean, int frames) {}
