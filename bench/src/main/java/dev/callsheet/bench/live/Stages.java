package dev.callsheet.bench.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a delay at a provider is told as the stage's own in the record of the turns. */
final class Stages {
    /** What each stage is delayed by, in milliseconds. */
    static final int DELAY_MS = 250;

    private Stages() {}

    /** Medians of a stage over turns, in milliseconds. */
    record Medians(double model, double voice, double avatar) {
        double of(Stage stage) {
            return switch (stage) {
                case MODEL -> model;
                case VOICE -> voice;
                case AVATAR -> avatar;
            };
        }
    }

    /** @param turns as the service shows them @param last only so many of the newest */
    static Medians medians(List<JsonNode> turns, int last) {
        List<Double> model = new ArrayList<>();
        List<Double> voice = new ArrayList<>();
        List<Double> avatar = new ArrayList<>();
        for (JsonNode session : turns) {
            JsonNode all = session.path("turns");
            for (int i = Math.max(0, all.size() - last); i < all.size(); i++) {
                JsonNode line = all.get(i).path("timeline");
                model.add(line.path("firstSentenceMs").asDouble());
                voice.add(line.path("sentMs").asDouble()
                        - line.path("firstSentenceMs").asDouble());
                avatar.add(line.path("firstFrameMs").asDouble()
                        - line.path("sentMs").asDouble());
            }
        }
        return new Medians(median(model), median(voice), median(avatar));
    }

    /** How far what was told is from what was done, in milliseconds: the worst of the stages, the delayed one included. */
    static double error(Medians plain, Map<Stage, Medians> delayed) {
        double worst = 0;
        for (var run : delayed.entrySet()) {
            for (Stage stage : Stage.values()) {
                double expected = stage == run.getKey() ? DELAY_MS : 0;
                double grown = run.getValue().of(stage) - plain.of(stage);
                worst = Math.max(worst, Math.abs(grown - expected));
            }
        }
        return worst;
    }

    private static double median(List<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
