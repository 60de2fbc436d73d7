package dev.callsheet.twin.billing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Prices in millionths of a US dollar per output second ({@code twin.price.*}). */
@ConfigMapping(prefix = "twin.price")
public interface Prices {

    /** Image to video. */
    @WithName("i2v")
    Rate imageToVideo();

    /** Reference to video. */
    @WithName("r2v")
    Rate referenceToVideo();

    /** One model's price by resolution. */
    interface Rate {
        /** Micros for a second at 720P. */
        @WithName("720p")
        @WithDefault("100000")
        long at720p();

        /** Micros for a second at 1080P. */
        @WithName("1080p")
        @WithDefault("150000")
        long at1080p();
    }
}
