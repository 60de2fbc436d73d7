package dev.callsheet.twin.queue.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.twin.queue.domain.Field;
import dev.callsheet.twin.queue.domain.FieldType;
import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.domain.Model;
import dev.callsheet.twin.queue.domain.Telling;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The queue's bodies, as they go over the wire. Times are Unix seconds. */
final class Wire {

    private Wire() {}

    /** Every error of the queue. */
    record Problem(String error) {}

    /** A submit. */
    record Submit(@Nullable String model, @Nullable JsonNode payload) {}

    /** Answer to a submit and to a cancel. */
    record Receipt(
            @JsonProperty("request_id") String requestId,
            String model,
            String status,
            @JsonProperty("created_at") long createdAt,
            @JsonProperty("updated_at") long updatedAt,
            @JsonProperty("queued_at") long queuedAt) {

        static Receipt of(Job job) {
            return new Receipt(
                    job.id(),
                    job.model(),
                    job.state().word(),
                    job.createdAt().getEpochSecond(),
                    job.updatedAt().getEpochSecond(),
                    job.createdAt().getEpochSecond());
        }
    }

    /** Answer to a submit that forgets which job it is about. */
    record Nameless(
            String model,
            String status,
            @JsonProperty("created_at") long createdAt) {
        static Nameless of(Job job) {
            return new Nameless(job.model(), job.state().word(), job.createdAt().getEpochSecond());
        }
    }

    /** A job as it is read. */
    record Reading(
            @JsonProperty("request_id") String requestId,
            @JsonProperty("org_id") String orgId,
            String model,
            String status,
            @JsonProperty("is_public") boolean isPublic,
            JsonNode payload,
            @JsonInclude @Nullable Map<String, Object> outcome,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String error,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason,

            @JsonProperty("created_at") long createdAt,
            @JsonProperty("updated_at") long updatedAt,
            @JsonProperty("queued_at") long queuedAt) {

        static Reading of(Job job, Telling telling, @Nullable Map<String, Object> outcome) {
            return new Reading(
                    job.id(),
                    job.org(),
                    job.model(),
                    telling.status(),
                    false,
                    job.payload(),
                    outcome,
                    reason(telling, Telling.Place.ERROR),
                    reason(telling, Telling.Place.REASON),
                    job.createdAt().getEpochSecond(),
                    job.updatedAt().getEpochSecond(),
                    job.createdAt().getEpochSecond());
        }

        private static @Nullable String reason(Telling telling, Telling.Place wanted) {
            return telling.outcome() instanceof Telling.Outcome.Failure(var reason, var place) && place == wanted
                    ? reason
                    : null;
        }
    }

    /** A list of jobs. */
    record Readings(List<Reading> requests) {}

    /** The catalogue. */
    record ModelIds(@JsonProperty("model_ids") List<String> modelIds) {}

    /** One model with its parameters. */
    record ModelDetail(
            String model,
            @JsonProperty("org_id") String orgId,
            @JsonProperty("brief_description") String briefDescription,
            @JsonProperty("detailed_description") String detailedDescription,
            Map<String, Object> modalities,
            List<String> tags,
            @JsonProperty("pricing_details") String pricingDetails,
            List<Parameter> parameters) {

        static ModelDetail of(Model model, String org) {
            return new ModelDetail(
                    model.id(),
                    org,
                    model.brief(),
                    model.details(),
                    Map.of("output", List.of("video")),
                    List.of("video", "simulated"),
                    model.pricing(),
                    model.fields().stream().map(Parameter::of).toList());
        }
    }

    /** One parameter of a model. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Parameter(
            String name,
            @JsonProperty("display_name") @Nullable String displayName,
            @Nullable String description,
            String type,
            boolean required,

            @JsonInclude @JsonProperty("default_value") @Nullable
            Object defaultValue,

            @Nullable List<String> options,
            @JsonProperty("min_value") @Nullable Long minValue,
            @JsonProperty("max_value") @Nullable Long maxValue) {

        /** The field of a parameter that a test describes. */
        Field field(FieldType known) {
            return new Field(
                    name,
                    known,
                    required,
                    defaultValue,
                    options == null ? List.of() : options,
                    minValue,
                    maxValue,
                    description == null ? "" : description);
        }

        static Parameter of(Field field) {
            return new Parameter(
                    field.name(),
                    field.name().replace('_', ' '),
                    field.description(),
                    field.type().word(),
                    field.required(),
                    field.defaultValue(),
                    field.options().isEmpty() ? null : field.options(),
                    field.min(),
                    field.max());
        }
    }

    /** A wish for an upload slot. */
    record SlotWish(@JsonProperty("file_type") @Nullable String fileType) {}

    /** An upload slot. */
    record Slot(
            @JsonProperty("upload_url") String uploadUrl,
            @JsonProperty("public_url") String publicUrl) {}
}
