package dev.callsheet.corridor.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.corridor.Traces;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTraceTest {
    private static final RequestId REQUEST = RequestId.parse("3716d63a-cecf-5e81-93a6-10eefe2894ae");
    private static final String PARTNERS = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

    private final RequestTrace trace = RequestTrace.of(REQUEST);

    @Test
    void theTraceHasTheRequestsId() {
        assertThat(trace.traceId()).isEqualTo("3716d63acecf5e8193a610eefe2894ae");
        assertThat(trace.root().isValid()).isTrue();
        assertThat(trace.root().isSampled()).isTrue();
    }

    @Test
    void eachTakeHasASpanOfItsOwnThatIsAlwaysTheSame() {
        SpanContext first = trace.take(TakeId.of(REQUEST, 1));

        assertThat(first).isEqualTo(RequestTrace.of(REQUEST).take(TakeId.of(REQUEST, 1)));
        assertThat(first.getSpanId())
                .isNotEqualTo(trace.take(TakeId.of(REQUEST, 2)).getSpanId());
    }

    @Test
    void aSpanIsBegunWithTheIdsThatWereChosenForIt() {
        try (var provider =
                SdkTracerProvider.builder().setIdGenerator(new ChosenIds()).build()) {
            Tracer tracer = provider.get("test");

            Span root = ChosenIds.start(tracer.spanBuilder("root").setNoParent(), trace.root());
            Span child = tracer.spanBuilder("child")
                    .setParent(Context.root().with(root))
                    .startSpan();

            assertThat(root.getSpanContext().getTraceId()).isEqualTo(trace.traceId());
            assertThat(root.getSpanContext().getSpanId()).isEqualTo(trace.root().getSpanId());
            assertThat(child.getSpanContext().getTraceId()).isEqualTo(trace.traceId());
            assertThat(child.getSpanContext().getSpanId())
                    .isNotEqualTo(trace.root().getSpanId());
        }
    }

    @Test
    void whatFollowsAQuestionMarkIsNotNoted() {
        try (var provider = SdkTracerProvider.builder()
                .addSpanProcessor(new PlainAddresses())
                .build()) {
            var span = (ReadableSpan) provider.get("test")
                    .spanBuilder("GET")
                    .setAttribute("url.full", "https://store.example/clip.mp4?X-Amz-Signature=secret")
                    .startSpan();

            assertThat(span.getAttribute(AttributeKey.stringKey("url.full")))
                    .isEqualTo("https://store.example/clip.mp4");
        }
    }

    @Test
    void aForeignContextLeadsToTheRootAndOneOfTheTraceToItself() {
        SpanContext ours = trace.take(TakeId.of(REQUEST, 1));

        assertThat(current(trace.below(ours)).getSpanId()).isEqualTo(ours.getSpanId());
        assertThat(current(trace.below(Traces.parse(PARTNERS))).getSpanId())
                .isEqualTo(trace.root().getSpanId());
    }

    @Test
    void aCallersTraceIsAnOriginAndNoParent() {
        Context context = new PartnersTrace(W3CTraceContextPropagator.getInstance())
                .extract(Context.root(), Map.of("traceparent", PARTNERS), new Headers());

        assertThat(current(context).isValid()).isFalse();
        assertThat(PartnersTrace.origin(context).getSpanId()).isEqualTo("b7ad6b7169203331");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "poison",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331"
            })
    void aMalformedTraceparentNamesNoSpan(String traceparent) {
        assertThat(Traces.parse(traceparent).isValid()).isFalse();
        Context context = new PartnersTrace(W3CTraceContextPropagator.getInstance())
                .extract(Context.root(), Map.of("traceparent", traceparent), new Headers());
        assertThat(current(context).isValid()).isFalse();
    }

    private static SpanContext current(Context context) {
        return Span.fromContext(context).getSpanContext();
    }

    private record Headers() implements TextMapGetter<Map<String, String>> {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    }
}
