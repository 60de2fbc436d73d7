package dev.callsheet.corridor.logs;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TakeId;
import java.util.List;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** What the lines of this thread are about, until it is closed: they carry its ids as keys of their own. */
public final class Subject implements AutoCloseable {
    private static final String REQUEST = "requestId";
    private static final String TAKE = "takeId";
    private static final String SESSION = "sessionId";
    private static final String ROUTE = "route";
    private static final String WORK = "callsheet.work.";

    private final List<String> keys;

    private Subject(List<String> keys) {
        this.keys = keys;
    }

    /** One request. */
    public static Subject of(RequestId request) {
        MDC.put(REQUEST, request.toString());
        return new Subject(List.of(REQUEST));
    }

    /** One attempt at a clip. */
    public static Subject of(RequestId request, TakeId take) {
        MDC.put(REQUEST, request.toString());
        MDC.put(TAKE, take.toString());
        return new Subject(List.of(REQUEST, TAKE));
    }

    /** What came on one of the house's own topics for work; of any other topic nothing is said. */
    public static Subject of(String topic, @Nullable String request) {
        if (!topic.startsWith(WORK) || request == null) {
            return new Subject(List.of());
        }
        MDC.put(REQUEST, request);
        MDC.put(ROUTE, topic.substring(WORK.length()));
        return new Subject(List.of(REQUEST, ROUTE));
    }

    /** A live session and the request that asked for it. */
    public static Subject of(RequestId request, SessionId session) {
        MDC.put(REQUEST, request.toString());
        MDC.put(SESSION, session.toString());
        return new Subject(List.of(REQUEST, SESSION));
    }

    @Override
    public void close() {
        keys.forEach(MDC::remove);
    }
}
