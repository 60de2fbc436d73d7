package dev.callsheet.corridor.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;

/**
 * The names that our spans use, by the OpenTelemetry conventions at {@link #SCHEMA} (messaging, gen_ai and cloudevents
 * are under development there: a newer edition may call them otherwise), and our own with {@code callsheet.} before them.
 * No name here is for words, addresses with signatures, keys or embeddings.
 */
public final class TraceNames {
    /** The edition of the conventions; each tracer says it. */
    public static final String SCHEMA = "https://opentelemetry.io/schemas/1.37.0";

    public static final AttributeKey<String> MESSAGING_SYSTEM = text("messaging.system");
    public static final AttributeKey<String> MESSAGING_DESTINATION = text("messaging.destination.name");
    public static final AttributeKey<String> MESSAGING_PARTITION = text("messaging.destination.partition.id");
    public static final AttributeKey<String> MESSAGING_OPERATION = text("messaging.operation.name");
    public static final AttributeKey<String> MESSAGING_OPERATION_TYPE = text("messaging.operation.type");
    public static final AttributeKey<String> MESSAGING_GROUP = text("messaging.consumer.group.name");
    public static final AttributeKey<String> MESSAGING_CONVERSATION = text("messaging.message.conversation_id");
    public static final AttributeKey<String> MESSAGING_MESSAGE = text("messaging.message.id");
    public static final AttributeKey<Long> KAFKA_OFFSET = number("messaging.kafka.offset");
    public static final AttributeKey<String> EVENT_TYPE = text("cloudevents.event_type");

    public static final AttributeKey<String> GEN_AI_OPERATION = text("gen_ai.operation.name");
    public static final AttributeKey<String> GEN_AI_PROVIDER = text("gen_ai.provider.name");
    public static final AttributeKey<String> GEN_AI_MODEL = text("gen_ai.request.model");
    public static final AttributeKey<String> GEN_AI_OUTPUT = text("gen_ai.output.type");
    public static final AttributeKey<String> GEN_AI_RESPONSE = text("gen_ai.response.id");
    public static final AttributeKey<String> GEN_AI_CONVERSATION = text("gen_ai.conversation.id");
    public static final AttributeKey<Long> GEN_AI_INPUT_TOKENS = number("gen_ai.usage.input_tokens");
    public static final AttributeKey<Long> GEN_AI_OUTPUT_TOKENS = number("gen_ai.usage.output_tokens");

    public static final AttributeKey<String> HTTP_METHOD = text("http.request.method");
    public static final AttributeKey<Long> HTTP_STATUS = number("http.response.status_code");
    public static final AttributeKey<String> SERVER_ADDRESS = text("server.address");
    public static final AttributeKey<String> URL_TEMPLATE = text("url.template");
    /** A stable dotted code, or the name of an exception's class. */
    public static final AttributeKey<String> ERROR_TYPE = text("error.type");

    /** Where in the house: {@link Room}. */
    public static final AttributeKey<String> ROOM = text("callsheet.room");

    public static final AttributeKey<String> REQUEST = text("callsheet.request.id");
    public static final AttributeKey<String> TENANT = text("callsheet.tenant");
    public static final AttributeKey<String> DOOR = text("callsheet.door");
    public static final AttributeKey<String> ROUTE = text("callsheet.route");
    public static final AttributeKey<String> RULE = text("callsheet.rule");
    /** The codes of a refusal, joined by commas. */
    public static final AttributeKey<String> CODES = text("callsheet.codes");

    public static final AttributeKey<String> TAKE = text("callsheet.take.id");
    public static final AttributeKey<Long> ATTEMPT = number("callsheet.take.attempt");
    public static final AttributeKey<String> OUTCOME = text("callsheet.outcome");
    public static final AttributeKey<String> VERDICT = text("callsheet.verdict");
    public static final AttributeKey<Long> CLIP_BYTES = number("callsheet.clip.bytes");
    public static final AttributeKey<String> SESSION = text("callsheet.session.id");
    /** How long a record lay in its topic, or a message in its outbox, before this span; ms by both sides' clocks. */
    public static final AttributeKey<Long> WAITED = number("callsheet.waited_ms");

    private static final String SCOPE = "callsheet";

    private TraceNames() {}

    /** The tracer of a service's own spans. */
    public static Tracer tracer(OpenTelemetry openTelemetry) {
        return openTelemetry.tracerBuilder(SCOPE).setSchemaUrl(SCHEMA).build();
    }

    private static AttributeKey<String> text(String name) {
        return AttributeKey.stringKey(name);
    }

    private static AttributeKey<Long> number(String name) {
        return AttributeKey.longKey(name);
    }
}
