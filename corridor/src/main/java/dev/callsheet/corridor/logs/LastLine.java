package dev.callsheet.corridor.logs;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * The last line of defence before a record is written: whatever its author thought of, no secret leaves with it. Also names
 * the current trace where nobody did: off the event loop Quarkus does not.
 */
@LoggingFilter(name = "callsheet")
public final class LastLine implements Filter {
    private final Secrets secrets;
    private final ExtFormatter formatter = new ExtFormatter() {
        @Override
        public String format(ExtLogRecord line) {
            return formatMessage(line);
        }
    };

    /** With the keys that this service was given. */
    public LastLine() {
        this(Secrets.of(ConfigProvider.getConfig()));
    }

    LastLine(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        ExtLogRecord told = ExtLogRecord.wrap(line);
        mask(told);
        name(told);
        return true;
    }

    private void mask(ExtLogRecord line) {
        String message = formatter.formatMessage(line);
        if (message != null) {
            String masked = secrets.masked(message);
            if (!masked.equals(message)) {
                line.setMessage(masked, ExtLogRecord.FormatStyle.NO_FORMAT);
                line.setParameters(null);
            }
        }
        Throwable thrown = line.getThrown();
        if (thrown != null && tells(thrown)) {
            line.setThrown(plain(thrown));
        }
    }

    private boolean tells(Throwable thrown) {
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            String message = one.toString();
            if (!secrets.masked(message).equals(message)) {
                return true;
            }
        }
        return false;
    }

    /** The same story without what it must not tell; the type stands in its message. */
    private Throwable plain(Throwable thrown) {
        Throwable cause = thrown.getCause();
        Throwable copy = new Masked(secrets.masked(thrown.toString()), cause == null ? null : plain(cause));
        copy.setStackTrace(thrown.getStackTrace());
        return copy;
    }

    private static void name(ExtLogRecord line) {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid() && line.getMdc("traceId") == null) {
            line.putMdc("traceId", span.getTraceId());
            line.putMdc("spanId", span.getSpanId());
        }
    }

    private static final class Masked extends RuntimeException {
        private static final long serialVersionUID = 1;

        Masked(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
