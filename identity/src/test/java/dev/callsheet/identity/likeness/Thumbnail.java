package dev.callsheet.identity.likeness;

import dev.callsheet.identity.picture.AreaAverage;
import dev.callsheet.identity.picture.Picture;

/** A model so simple that its answers can be followed by eye: the picture, 6 x 6 pixels small. */
record Thumbnail() implements LikenessModel {
    @Override
    public float[] features(Picture picture) {
        return AreaAverage.of(picture, 6, 6);
    }
}
