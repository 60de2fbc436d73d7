package dev.callsheet.contracts;

/** Why a request goes where it goes, or does not. Names are stable; the page {@code docs/reasons.md} is made from them. */
public enum Reason {
    LIVE_LATENCY(Severity.REASON, "an answer per turn is wanted within seconds", ""),
    CONTINUOUS_OUTPUT(Severity.REASON, "the output is a stream that reacts", ""),
    FRAME_INPUT(Severity.REASON, "a picture or clip to set in motion is given", ""),
    REFERENCE_INPUT(Severity.REASON, "pictures or clips of a subject to keep are given", ""),
    REFERENCE_PLUS_FRAME(Severity.REASON, "references and a first frame are controlled together", ""),
    UNTYPED_IMAGE(
            Severity.REASON,
            "a picture without a role: the only one is the first frame; of a character, campaign or series a reference",
            "give the picture a role"),
    IDENTITY_ACROSS_CLIPS(Severity.REASON, "one subject stays itself over several clips", ""),
    SELF_CONTAINED_FILE(Severity.REASON, "each output is one file that stands alone", ""),
    BATCH_TOLERANT(Severity.REASON, "nothing says that minutes are too long", ""),
    BATCH_FANOUT(Severity.REASON, "one request becomes several clips, each a request of its own", ""),
    VOICE_BOUND(Severity.REASON, "a voice sample is bound to a character", ""),

    SCHEMA_INVALID(Severity.REJECT, "the request has not the form of the schema", "correct the field"),
    NO_INPUT(Severity.REJECT, "there is nothing to work from", "give a medium with a role, or an avatar"),
    AMBIGUOUS_SCENARIO(
            Severity.REJECT,
            "a live session or a file: the request does not say",
            "state output.kind: stream for a live session, file for a clip"),
    MEDIA_UNREACHABLE(Severity.REJECT, "the medium cannot be read from there", "give an https or s3 address"),
    MEDIA_TYPE_MISMATCH(Severity.REJECT, "the medium's type does not fit its role", "change type or role"),
    CONSENT_REQUIRED(
            Severity.REJECT,
            "the consent of the person shown or heard does not cover this input",
            "give a consent whose scope names it"),
    CONSENT_EXPIRED(Severity.REJECT, "the consent of the person has run out", "renew it"),
    UNKNOWN_MODEL(Severity.REJECT, "no such model", "leave model out, or name one of the allowed"),
    MODEL_HINT_CONFLICT(Severity.REJECT, "the named model cannot carry these inputs", "leave model out"),
    MIXED_SCENARIOS(Severity.REJECT, "two kinds of result in one request", "send two requests"),
    LIVE_FILE_CONFLICT(
            Severity.REJECT,
            "an answer within seconds cannot be a file",
            "set output.kind to stream, or drop responseMs"),
    CONTINUOUS_WITHOUT_LIVE(
            Severity.REJECT,
            "an endless stream needs a live session",
            "set latency.responseMs, or output.kind to file"),
    LIVE_FACE_NOT_PROVISIONED(
            Severity.REJECT, "a live session shows a provisioned avatar, not a picture", "give avatar.id"),
    VOICE_CLONE_NOT_LIVE(Severity.REJECT, "a live session cannot clone a voice sample", "drop the voice"),
    LATENCY_BELOW_FLOOR(
            Severity.REJECT, "no family answers that fast", "allow at least the floor, or set hard to false"),
    SCRIPTED_AVATAR_FILE(Severity.REJECT, "a scripted avatar file is not offered", "set output.kind to stream"),
    VIDEO_EDIT_NOT_OFFERED(Severity.REJECT, "editing a source video is not offered", "use reference or firstClip"),
    VOICE_WITHOUT_VISUAL_REFERENCE(Severity.REJECT, "a voice needs a face to speak", "add a reference picture"),
    VOICE_NOT_CARRIED(
            Severity.REJECT,
            "the model takes no voice sample",
            "set voice.required to false, or give a reference video"),
    TEXT_ONLY_NO_MODEL(Severity.REJECT, "no family makes video from words alone", "add a first frame or a reference"),
    IDENTITY_BY_TEXT_ONLY(
            Severity.REJECT, "words alone do not keep a character the same over clips", "add a reference picture"),
    FANOUT_NOT_OFFERED(
            Severity.REJECT,
            "one clip for each picture goes with plain first frames only",
            "leave the other media out, or send a request for each picture"),
    DEADLINE_INFEASIBLE(Severity.REJECT, "a render takes longer than the deadline allows", "move the deadline"),
    BATCH_CAPACITY_INFEASIBLE(
            Severity.REJECT,
            "each clip would be in time, all of them would not",
            "move the deadline, or ask for fewer clips"),
    DURATION_OUT_OF_RANGE(Severity.REJECT, "the model does not make clips of that length", "change output.seconds"),
    RESOLUTION_UNSUPPORTED(Severity.REJECT, "the model does not make that resolution", "change output.resolution"),
    RATIO_UNSUPPORTED(Severity.REJECT, "the model does not make that ratio", "change output.ratio"),
    PROMPT_TOO_LONG(Severity.REJECT, "the prompt is longer than the model reads", "shorten it"),
    PROMPT_REQUIRED(Severity.REJECT, "the model needs a prompt", "say what happens"),
    DUPLICATE_ROLE(Severity.REJECT, "a role that stands once is given twice", "keep one"),
    FRAME_AND_CLIP_EXCLUSIVE(
            Severity.REJECT,
            "a first clip stands alone or with a last frame, not with a first frame, audio or references",
            "keep one"),
    LAST_FRAME_WITHOUT_FIRST(Severity.REJECT, "a last frame needs a first frame or clip", "add the first frame"),
    LAST_FRAME_WITH_REFERENCES(Severity.REJECT, "no family keeps references and a last frame", "drop one of them"),
    AUDIO_OUT_OF_RANGE(Severity.REJECT, "the driving audio has not an allowed length", "cut or lengthen it"),
    IMAGE_TOO_SMALL(Severity.REJECT, "the picture is smaller than the model accepts", "give a larger picture"),
    TOO_MANY_REFERENCES(Severity.REJECT, "more references than the model takes", "keep the best"),
    BINDING_OUT_OF_RANGE(Severity.REJECT, "the prompt names a reference that is not there", "name a given character"),
    REFERENCE_VIDEO_OUT_OF_RANGE(Severity.REJECT, "the reference clip has not an allowed length", "cut it"),
    VOICE_SAMPLE_TOO_SHORT(Severity.REJECT, "the voice sample is too short", "give a longer one, or required false"),
    VOICE_SAMPLE_TOO_LONG(Severity.REJECT, "the voice sample is too long", "cut it"),
    BUDGET_TOO_SMALL(Severity.REJECT, "one take costs more than the budget", "raise the budget or ask for less"),

    LATENCY_SLO_SOFT(Severity.WARNING, "the wished answer time is below what is promised", "expect 1 to 3 seconds"),
    DEADLINE_TIGHT(Severity.WARNING, "the deadline lies within the usual render times", "allow more time"),
    UNUSED_INPUT(Severity.WARNING, "an input that the route cannot use", "leave it out"),
    UNBOUND_REFERENCE(
            Severity.WARNING, "no reference is named in the prompt: identity is much weaker", "name it: @{name}"),
    PARTIAL_BINDING(Severity.WARNING, "a reference is not named in the prompt", "name it: @{name}"),
    DUPLICATE_REFERENCE(Severity.WARNING, "the same reference is given twice and counts twice", "keep one"),
    LIVE_MODEL_ALIAS(
            Severity.WARNING,
            "the live session runs on the live product; the queue's model of this name renders files",
            "leave model out"),
    RATIO_FOLLOWS_IMAGE(Severity.WARNING, "the clip takes the picture's ratio", "crop the picture first"),
    NO_IDENTITY_LOCK(Severity.WARNING, "clips from frames do not share an identity", "use references"),
    VOICE_DROPPED(Severity.WARNING, "the optional voice cannot be carried and is left out", "give a reference video"),
    BINDING_SYNTAX_NORMALISED(
            Severity.WARNING,
            "a reference is named in another model's way; it is written as the model reads it",
            "write @{name}, Image 1 or Video 1"),
    FALLBACK_UNFIT(Severity.WARNING, "the named fallback cannot carry these inputs and is not used", "leave it out"),
    FALLBACK_UNUSED(Severity.WARNING, "a fallback is not needed: the route has one model", "leave it out"),
    BATCH_UNLISTED(
            Severity.WARNING,
            "the pictures of the batch are not looked at before the work begins",
            "list them in media to have each checked now"),
    START_NOT_SCHEDULED(
            Severity.WARNING,
            "a start time is no latency: the session is offered at once and costs nothing before it is opened",
            "open the session at that time"),
    STATUS_EVENTS_ALWAYS(
            Severity.WARNING,
            "status events are told of every request; they are no streamed video",
            "read GET /v1/requests/{id}/events"),
    UNKNOWN_FIELD(Severity.WARNING, "a field that the schema does not know", "see the schema"),

    IMAGE_NEEDS_DOWNSCALE(Severity.REPAIR, "the picture is made smaller for the model", ""),
    DEFAULT_AVATAR(Severity.REPAIR, "the request names no avatar; the tenant's own, as allowed, is taken", ""),
    ALPHA_FLATTENED(Severity.REPAIR, "the picture's transparent parts become white: the model takes none", ""),
    VOICE_AS_REFERENCE_CLIP(
            Severity.REPAIR, "the voice is carried in the sound of a reference clip made of picture and sample", ""),
    VOICE_TRIMMED(Severity.REPAIR, "the voice sample is cut to the longest that the model reads", "");

    /** What a reason does to the request. */
    public enum Severity {
        /** Explains the route. */
        REASON,
        /** Refuses the request. */
        REJECT,
        /** Lets it pass and says so. */
        WARNING,
        /** Changes nothing that was asked for. */
        REPAIR
    }

    private final Severity severity;
    private final String meaning;
    private final String remedy;

    Reason(Severity severity, String meaning, String remedy) {
        this.severity = severity;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    public Severity severity() {
        return severity;
    }

    public String meaning() {
        return meaning;
    }

    /** What to do; empty where nothing is to be done. */
    public String remedy() {
        return remedy;
    }
}
