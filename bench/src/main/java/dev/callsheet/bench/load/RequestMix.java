package dev.callsheet.bench.load;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestReader;
import dev.callsheet.contracts.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Requests as partners send them, about 1 kB each: of a hundred, 45 set a picture in motion, 35 keep a character, 10 ask
 * for a live session, 10 are refused. The same seed gives the same bytes, but for their deadlines.
 */
public final class RequestMix {
    private static final long SEED = 20_261_122;
    private static final int PROMPT = 560;
    private static final String[] WORDS =
            ("slow pan across the harbour at dusk while lanterns are lit one after another"
                            + " the camera holds its distance soft rain on the quay reflections stay calm colours remain muted teal"
                            + " and amber no cut no zoom handheld feeling kept small a gull crosses the frame from left to right"
                            + " steam rises from the kettle and the shutters close with the wind the scene ends on the still water")
                    .split(" ");

    private final List<byte[]> bodies = new ArrayList<>();

    /** @param distinct how many different bodies, a multiple of 20 keeps the shares exact */
    public RequestMix(TenantId tenant, int distinct, Instant now) {
        String deadline =
                now.plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
        Random random = new Random(SEED);
        for (int i = 0; i < distinct; i++) {
            bodies.add(Json.write(body(i, tenant, deadline, random)));
        }
    }

    /** The body of the n-th request. */
    public byte[] body(long n) {
        return bodies.get((int) (n % bodies.size()));
    }

    public int distinct() {
        return bodies.size();
    }

    /** Those of the bodies that have a request's form, whatever becomes of them. */
    public List<byte[]> wellFormed() {
        return bodies.stream()
                .filter(body -> RequestReader.read(Json.read(body)).violations().isEmpty())
                .toList();
    }

    /** Mean size of a body in bytes. */
    public double meanBytes() {
        return bodies.stream().mapToInt(body -> body.length).average().orElse(0);
    }

    private static Map<String, Object> body(int i, TenantId tenant, String deadline, Random random) {
        // Spread, so that each stretch of the log has the whole mix.
        int place = i * 7 % 20;
        if (place < 9) {
            return motion(i, tenant, deadline, random);
        }
        if (place < 16) {
            return character(i, tenant, deadline, random);
        }
        return place < 18 ? live(i, random) : refused(i, random);
    }

    private static Map<String, Object> motion(int i, TenantId tenant, String deadline, Random random) {
        List<Object> media = new ArrayList<>();
        media.add(picture("firstFrame", stored(tenant, "start-" + i)));
        if (i % 3 == 0) {
            media.add(picture("lastFrame", "https://cdn.partner.example/frames/" + i + "/end.jpg"));
        }
        Map<String, Object> body = clip(prompt(random), media, i);
        body.put("latency", Map.of("deadline", deadline));
        return body;
    }

    private static Map<String, Object> character(int i, TenantId tenant, String deadline, Random random) {
        List<Object> media = new ArrayList<>();
        media.add(named(picture("reference", stored(tenant, "mia-" + i)), "mia"));
        if (i % 2 == 0) {
            media.add(named(picture("reference", "https://cdn.partner.example/cast/" + i + ".jpg"), "leo"));
        }
        String who = i % 2 == 0 ? "@{mia} meets @{leo}: " : "@{mia} walks: ";
        Map<String, Object> body = clip(who + prompt(random), media, i);
        body.put("campaign", "campaign-" + i % 50);
        body.put("maxTakes", 3);
        body.put("latency", Map.of("deadline", deadline));
        body.put("budget", Map.of("currency", "USD", "limit", "6.00"));
        return body;
    }

    private static Map<String, Object> live(int i, Random random) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("avatar", Map.of("id", "av_guide_" + i % 20, "persona", prompt(random)));
        body.put("output", Map.of("kind", "stream"));
        body.put("latency", Map.of("responseMs", 2_000 + i % 10 * 100));
        return body;
    }

    /** In turn: no model takes words alone, a token names nobody, an address is not public, a form is broken. */
    private static Map<String, Object> refused(int i, Random random) {
        Map<String, Object> body = clip(prompt(random), List.of(), i);
        switch (i / 20 % 4) {
            case 0 -> body.remove("media");
            case 1 -> {
                body.put("prompt", "@{nobody} " + prompt(random));
                body.put("media", List.of(named(picture("reference", "https://cdn.partner.example/r.jpg"), "mia")));
            }
            case 2 -> body.put("media", List.of(picture("firstFrame", "https://169.254.169.254/" + i + ".jpg")));
            default -> {
                body.put("prompt", i);
                body.put("negativePrompt", prompt(random).substring(0, 300));
            }
        }
        return body;
    }

    private static Map<String, Object> clip(String prompt, List<Object> media, int i) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("prompt", prompt);
        body.put("negativePrompt", "blurred, warped hands, text, watermark");
        body.put("media", media);
        body.put("output", Map.of("kind", "file", "seconds", 4 + i % 6, "resolution", i % 4 == 0 ? "1080P" : "720P"));
        body.put("seed", 1_000 + i);
        body.put("priority", "normal");
        return body;
    }

    private static Map<String, Object> picture(String role, String uri) {
        Map<String, Object> picture = new LinkedHashMap<>();
        picture.put("role", role);
        picture.put("type", "image");
        picture.put("uri", uri);
        picture.put("width", 1_600);
        picture.put("height", 1_200);
        picture.put("bytes", 812_345);
        return picture;
    }

    private static Map<String, Object> named(Map<String, Object> picture, String name) {
        picture.put("character", name);
        return picture;
    }

    private static String stored(TenantId tenant, String name) {
        return "s3://callsheet/tenant/" + tenant + "/media/" + name + ".jpg";
    }

    private static String prompt(Random random) {
        StringBuilder prompt = new StringBuilder(PROMPT + 16);
        while (prompt.length() < PROMPT) {
            prompt.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return prompt.toString().strip();
    }
}
