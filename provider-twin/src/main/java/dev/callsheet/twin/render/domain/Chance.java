package dev.callsheet.twin.render.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random numbers that depend on nothing but a seed and some words: the same on every machine and after a restart. */
public final class Chance {

    private Chance() {}

    /** A generator for one purpose of one job. */
    public static RandomGenerator of(long seed, String... words) {
        return new SplittableRandom(number(seed, words));
    }

    /** A number derived from a seed and some words. */
    public static long number(long seed, String... words) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).flip());
            for (var word : words) {
                digest.update(word.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
