package dev.callsheet.simulate.house;

import java.util.random.RandomGenerator;

/**
 * How long something takes: log-normal, which is never negative and has the long tail that renders have.
 *
 * @param mean seconds
 * @param spread standard deviation in means; 0 takes the mean each time
 */
public record Law(double mean, double spread) {
    public Law {
        if (!(mean >= 0) || !(spread >= 0)) {
            throw new IllegalArgumentException("mean and spread must be 0 or more: " + mean + ", " + spread);
        }
    }

    double draw(RandomGenerator random) {
        double variance = Math.log1p(spread * spread);
        return mean * Math.exp(Math.sqrt(variance) * random.nextGaussian() - variance / 2);
    }

    /** The value that so many draws do not exceed. @param normal that quantile of the standard normal distribution */
    double quantile(double normal) {
        double variance = Math.log1p(spread * spread);
        return mean * Math.exp(Math.sqrt(variance) * normal - variance / 2);
    }
}
