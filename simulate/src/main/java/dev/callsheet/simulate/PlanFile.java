package dev.callsheet.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.callsheet.simulate.house.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Reads a plan. Every figure has to be there, and has to be possible. */
final class PlanFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PlanFile() {}

    /** @throws PlanUnreadable naming the field, what was found and what is allowed */
    static Plan read(Path file) {
        Plan plan;
        try {
            plan = YAML.readValue(Files.readAllBytes(file), Plan.class);
        } catch (JsonProcessingException e) {
            throw new PlanUnreadable(file + ": " + e.getOriginalMessage().split(" \\(", 2)[0]);
        } catch (IOException e) {
            throw new PlanUnreadable(file + " cannot be read: " + e.getMessage());
        }
        List<String> wrong = wrong(plan);
        if (!wrong.isEmpty()) {
            throw new PlanUnreadable(file + ": " + String.join("; ", wrong));
        }
        return plan;
    }

    private static List<String> wrong(Plan plan) {
        List<String> wrong = new ArrayList<>();
        BiConsumer<String, Double> positive = (field, found) -> {
            if (!(found > 0)) {
                wrong.add(field + " is " + found + ", allowed is more than 0");
            }
        };
        BiConsumer<String, Double> share = (field, found) -> {
            if (!(found >= 0 && found < 1)) {
                wrong.add(field + " is " + found + ", allowed is 0 to below 1");
            }
        };
        positive.accept("clips", plan.clips());
        positive.accept("peak", plan.peak());
        positive.accept("requests", (double) plan.requests());
        share.accept("rejected", plan.rejected());
        if (!plan.stations().keySet().equals(Set.copyOf(Plan.STATIONS))) {
            wrong.add("stations has " + plan.stations().keySet() + ", allowed is exactly " + Plan.STATIONS);
        }
        plan.stations().forEach((name, station) -> {
            positive.accept("stations." + name + ".servers", (double) station.servers());
            positive.accept("stations." + name + ".seconds", station.seconds());
        });
        plan.families().forEach((name, family) -> {
            positive.accept("families." + name + ".slots", (double) family.slots());
            positive.accept("families." + name + ".seconds", family.seconds());
            positive.accept("families." + name + ".takes", (double) family.takes());
            share.accept("families." + name + ".failed", family.failed());
            share.accept("families." + name + ".retaken", family.retaken());
        });
        plan.tenants().forEach(tenant -> {
            positive.accept("tenants." + tenant.name() + ".share", tenant.share());
            positive.accept("tenants." + tenant.name() + ".weight", tenant.weight());
        });
        if (plan.tenants().isEmpty() || plan.families().isEmpty()) {
            wrong.add("tenants and families must not be empty");
        }
        positive.accept("live.seats", (double) plan.live().seats());
        positive.accept("live.minutes", plan.live().minutes());
        return wrong;
    }
}
