package dev.callsheet.corridor.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corridor.keys.MintedKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.io.IOException;
import java.util.Random;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class LastLineTest {
    private static final String LINK = "https://store.example/callsheet/clip.mp4?X-Amz-Expires=300"
            + "&X-Amz-Credential=AKIAEXAMPLE%2F20260101&X-Amz-Signature=0123456789abcdef0123&response-content-type=video";

    private final LastLine last = new LastLine(Secrets.of("a-provider-key-of-ours"));
    private final PatternFormatter formatter = new PatternFormatter("%m %e");

    @Test
    void ofASignedLinkTheRestStays() {
        assertThat(written("fetched %s", LINK))
                .contains("store.example/callsheet/clip.mp4", "X-Amz-Expires=300", "response-content-type=video")
                .contains("X-Amz-Signature=***&", "X-Amz-Credential=***&")
                .doesNotContain("0123456789abcdef0123", "AKIAEXAMPLE");
    }

    @Test
    void aKeyIsMaskedInWhateverFormItComes() {
        String minted = MintedKey.mint(new Random(1)).text();

        assertThat(written("header Authorization: Bearer abc.def-123456")).doesNotContain("abc.def");
        assertThat(written("{\"X-API-Key\":\"demo-key-of-a-tenant\"}")).doesNotContain("demo-key");
        assertThat(written("called with %s", minted)).doesNotContain(minted.substring(minted.lastIndexOf('_')));
        assertThat(written("secret whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).doesNotContain("MfKQ9r8");
        assertThat(written("the provider was asked as a-provider-key-of-ours")).endsWith("asked as *** ");
    }

    @Test
    void whatIsThrownTellsItsStoryWithoutTheSecret() {
        ExtLogRecord line = line("fetching failed");
        line.setThrown(new IllegalStateException("no clip", new IOException("404 for " + LINK)));

        String written = written(line);

        assertThat(written).contains("IllegalStateException: no clip", "IOException: 404 for https://store.example");
        assertThat(written).contains("LastLineTest").doesNotContain("0123456789abcdef0123");
    }

    @Test
    void anHonestLineIsLeftAlone() {
        ExtLogRecord line = line("take %s: bearer of news, authorization given", "t-1");
        var thrown = new IOException("the store is away");
        line.setThrown(thrown);

        assertThat(written(line)).startsWith("take t-1: bearer of news, authorization given");
        assertThat(line.getThrown()).isSameAs(thrown);
    }

    @Test
    void aLineNamesTheTraceThatItWasWrittenIn() {
        SpanContext span = SpanContext.create(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        ExtLogRecord line = line("within");

        try (var _ = Span.wrap(span).makeCurrent()) {
            written(line);
        }

        assertThat(line.getMdc("traceId")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(line.getMdc("spanId")).isEqualTo("b7ad6b7169203331");
    }

    private String written(String message, Object... parameters) {
        return written(line(message, parameters));
    }

    private String written(ExtLogRecord line) {
        assertThat(last.isLoggable(line)).isTrue();
        return formatter.format(line);
    }

    private static ExtLogRecord line(String message, Object... parameters) {
        var line = new ExtLogRecord(
                Level.INFO,
                message,
                parameters.length == 0 ? ExtLogRecord.FormatStyle.NO_FORMAT : ExtLogRecord.FormatStyle.PRINTF,
                LastLineTest.class.getName());
        line.setParameters(parameters);
        return line;
    }
}
