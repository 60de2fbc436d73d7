package dev.callsheet.identity.likeness;

import dev.callsheet.identity.picture.Picture;

/** What a network sees in a picture as a whole. Thread-safe. */
public interface LikenessModel {
    /** 1792 features, none negative, of any length; the picture is squeezed into a square. */
    float[] features(Picture picture);
}
