package dev.callsheet.requestapi.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.requestapi.domain.trace.Bar;
import dev.callsheet.requestapi.domain.trace.Waterfall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request's trace as we answer it. Durations are milliseconds with three decimals. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TraceView(
        String requestId, String traceId, String from, Instant startedAt, double durationMs, List<SpanView> spans) {

    /** One bar. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SpanView(
            String id,
            @Nullable String parent,
            String service,
            String name,
            String room,
            Instant startedAt,
            double durationMs,
            boolean failed,
            @Nullable String what,
            @Nullable Integer attempt,
            @Nullable Long waitedMs,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MomentView> events) {

        static SpanView of(Bar bar) {
            return new SpanView(
                    bar.id(),
                    bar.parent(),
                    bar.service(),
                    bar.name(),
                    bar.room(),
                    bar.startedAt(),
                    millis(bar.length()),
                    bar.failed(),
                    bar.what(),
                    bar.attempt(),
                    bar.waitedMs(),
                    bar.moments().stream()
                            .map(moment -> new MomentView(moment.name(), moment.at()))
                            .toList());
        }
    }

    /** A point within a bar. */
    record MomentView(String name, Instant at) {}

    static TraceView of(RequestId request, Waterfall waterfall) {
        return new TraceView(
                request.toString(),
                waterfall.traceId(),
                waterfall.from().name().toLowerCase(Locale.ROOT),
                waterfall.startedAt(),
                millis(waterfall.length()),
                waterfall.bars().stream().map(SpanView::of).toList());
    }

    private static double millis(Duration length) {
        return length.toNanos() / 1_000 / 1_000.0;
    }
}
