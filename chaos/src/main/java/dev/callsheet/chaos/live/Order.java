package dev.callsheet.chaos.live;

/** Who dies first. */
enum Order {
    /** The browser goes, then the service that held its session. */
    BROWSER_THEN_SERVICE,
    /** The service goes; the browser, which looked for another, goes later. */
    SERVICE_THEN_BROWSER,
    /** Both in the same moment. */
    BOTH,
    /** The service goes while it starts the session; nobody ever watches. */
    SERVICE_DURING_START,
    /** The browser goes before it has said anything. */
    BROWSER_AT_ONCE,
    /** The service goes; the browser comes back elsewhere and ends the session in order. */
    SERVICE_THEN_END,
    /** The service goes while it ends the session. */
    SERVICE_DURING_END
}
