package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is allowed, what it costs, how long it takes: one edition of the policy file. Every value is checked when it is
 * made, so that a policy in use is a possible one.
 *
 * @param hash SHA-256 of the file's bytes, lower-case hexadecimal
 */
public record Policy(
        String hash,
        String version,
        Request request,
        Links links,
        Consent consent,
        Live live,
        Pictures pictures,
        Render i2v,
        Frames frames,
        Render r2v,
        References references) {

    public Policy {
        require(!version.isBlank(), "version", version, "a name");
        require(!i2v.model().equals(r2v.model()), "r2v.model", r2v.model(), "another model than i2v's");
    }

    /** The limits and prices of a clip's route; empty for live sessions. */
    public Optional<Render> render(Route route) {
        return switch (route) {
            case AVATAR -> Optional.empty();
            case I2V -> Optional.of(i2v);
            case R2V -> Optional.of(r2v);
        };
    }

    /** The route that a model name belongs to; empty for an unknown name. */
    public Optional<Route> routeOf(String model) {
        if (live.names().contains(model)) {
            return Optional.of(Route.AVATAR);
        }
        if (i2v.names().contains(model)) {
            return Optional.of(Route.I2V);
        }
        return r2v.names().contains(model) ? Optional.of(Route.R2V) : Optional.empty();
    }

    /** The model that makes what a route delivers. */
    public String model(Route route) {
        return render(route).map(Render::model).orElse(live.model());
    }

    /** Every model name that a request may use, in a fixed order. */
    public List<String> modelNames() {
        return Stream.of(i2v.names(), r2v.names(), live.names())
                .flatMap(List::stream)
                .toList();
    }

    /** Sizes in bytes and Unicode characters. */
    public record Request(int maxBytes, int promptCharacters, int negativePromptCharacters) {
        public Request {
            require(maxBytes > 0, "request.maxBytes", maxBytes, "above 0");
            require(promptCharacters > 0, "request.promptCharacters", promptCharacters, "above 0");
            require(
                    negativePromptCharacters > 0,
                    "request.negativePromptCharacters",
                    negativePromptCharacters,
                    "above 0");
        }
    }

    /**
     * @param http whether plain http to a public host is allowed
     * @param hosts allowed although they are not public
     */
    public record Links(String bucket, boolean http, Set<String> hosts) {
        public Links {
            require(!bucket.isBlank(), "links.bucket", bucket, "a bucket's name");
            hosts = Set.copyOf(hosts);
        }
    }

    /** @param humans whether a medium of kind human needs a consent */
    public record Consent(boolean humans) {}

    /**
     * Answer times in milliseconds; the price in micros of US dollars for each started minute.
     *
     * @param defaultAvatar for requests that name none; empty for no default
     * @param streamIsLive whether an avatar's stream is live although no answer time is stated
     */
    public record Live(
            String model,
            List<String> names,
            long floorMs,
            long ceilingMs,
            long targetMs,
            long microsPerMinute,
            String defaultAvatar,
            boolean streamIsLive) {
        public Live {
            names = List.copyOf(names);
            require(names.contains(model), "live.names", names, "at least " + model);
            require(floorMs > 0 && floorMs < ceilingMs, "live.floorMs", floorMs, "above 0, below ceilingMs");
            require(
                    targetMs >= floorMs && targetMs <= ceilingMs,
                    "live.targetMs",
                    targetMs,
                    floorMs + " to " + ceilingMs);
            require(microsPerMinute >= 0, "live.microsPerMinute", microsPerMinute, "0 or more");
        }
    }

    /** Sides in pixels, size in bytes. */
    public record Pictures(int minSide, int maxSide, long maxBytes) {
        public Pictures {
            require(minSide > 0 && minSide < maxSide, "pictures.minSide", minSide, "above 0, below maxSide");
            require(maxBytes > 0, "pictures.maxBytes", maxBytes, "above 0");
        }
    }

    /**
     * One model that makes clips. Prices in micros of US dollars for one second of output, by resolution.
     *
     * @param names what a request may call it
     * @param concurrency how many renders at once a tenant can count on
     */
    public record Render(
            String model,
            List<String> names,
            int concurrency,
            Range seconds,
            int defaultSeconds,
            SortedMap<String, Long> microsPerSecond,
            String defaultResolution,
            Eta eta) {
        public Render {
            microsPerSecond = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(microsPerSecond));
            names = List.copyOf(names);
            require(!model.isBlank(), "model", model, "a name");
            require(names.contains(model), model + ".names", names, "at least " + model);
            require(concurrency > 0, model + ".concurrency", concurrency, "above 0");
            require(seconds.holds(defaultSeconds), model + ".defaultSeconds", defaultSeconds, seconds.text());
            require(
                    microsPerSecond.containsKey(defaultResolution),
                    model + ".defaultResolution",
                    defaultResolution,
                    "one of " + microsPerSecond.keySet());
            for (Map.Entry<String, Long> price : microsPerSecond.entrySet()) {
                require(price.getValue() >= 0, model + "." + price.getKey(), price.getValue(), "0 or more");
            }
        }

        public String resolutions() {
            return String.join(", ", microsPerSecond.keySet());
        }
    }

    /** How long a clip takes, in seconds. */
    public record Eta(long typicalSeconds, long p95Seconds) {
        public Eta {
            require(
                    typicalSeconds >= 0 && typicalSeconds <= p95Seconds,
                    "eta.typicalSeconds",
                    typicalSeconds,
                    "0 up to p95Seconds");
        }
    }

    /** Lengths of what goes beside a first frame, in seconds. */
    public record Frames(Range drivingAudioSeconds, Range firstClipSeconds) {}

    /** How a voice sample reaches the model. */
    public enum VoiceWay {
        /** In the sound of a reference clip, made of the picture and the sample. */
        REFERENCE_CLIP,
        /** Not at all. */
        NONE
    }

    /** What a finding does to a request. */
    public enum Strictness {
        WARN,
        REFUSE
    }

    /**
     * @param unbound what it means that the prompt names no reference
     * @param trimVoice whether every sample that is too long may be cut, or only those that say so
     */
    public record References(
            int most,
            Range videoSeconds,
            Range outputSecondsWithVideo,
            List<String> ratios,
            VoiceWay voice,
            Range voiceSeconds,
            boolean trimVoice,
            Strictness unbound) {
        public References {
            ratios = List.copyOf(ratios);
            require(most > 0, "references.most", most, "above 0");
            require(!ratios.isEmpty(), "references.ratios", ratios, "at least one");
        }
    }

    /** Both ends included. */
    public record Range(double min, double max) {
        public Range {
            require(min >= 0 && min <= max, "min", min, "0 up to max");
        }

        public boolean holds(double value) {
            return value >= min && value <= max;
        }

        public String text() {
            return shown(min) + " to " + shown(max);
        }

        private static String shown(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        }
    }

    private static void require(boolean holds, String field, Object found, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException("policy " + field + ": found " + found + "; allowed: " + allowed);
        }
    }
}
