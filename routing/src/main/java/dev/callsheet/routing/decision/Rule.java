package dev.callsheet.routing.decision;

/** The steps of the decision, in their order. Their names are published with every decision. */
public enum Rule {
    FORM("01-form"),
    SOMETHING_GIVEN("02-something-given"),
    LINKS("03-links"),
    MEDIA_TYPES("04-media-types"),
    CONSENT("05-consent"),
    KNOWN_MODEL("06-known-model"),
    ONE_DELIVERABLE("07-one-deliverable"),
    LIVE_OR_FILE("08-live-or-file"),
    CONTINUOUS_NEEDS_LIVE("09-continuous-needs-live"),
    LIVE_LIMITS("10-live-limits"),
    LIVE("11-live"),
    NOT_OFFERED("12-not-offered"),
    FAMILY_BY_SLOT("13-family-by-slot"),
    NO_PICTURE("14-no-picture"),
    MODEL_HINT("15-model-hint"),
    DEADLINE("16-deadline"),
    OUTPUT_LIMITS("17-output-limits"),
    FRAME_SHAPES("18-frame-shapes"),
    REFERENCE_SHAPES("19-reference-shapes"),
    FAN_OUT("20-fan-out"),
    BUDGET("21-budget");

    private final String id;

    Rule(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
