package dev.callsheet.chaos.load;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One record and when it leaves.
 *
 * @param at from the beginning of the load
 */
record Sending(Duration at, String topic, Ask ask, CloudEvent event) {
    private static final String SOURCE = "/chaos";

    /** The work record; the second time the very same. */
    static Sending work(Ask ask, Duration at) {
        Work.Assigned work = new Work.Assigned(ask.id(), ask.tenant(), Assignment.of(ask), ask.request());
        return new Sending(
                at, Topics.work(Route.I2V), ask, event("work-" + ask.number(), Work.Assigned.TYPE, ask, work));
    }

    static Sending cancel(Ask ask, Duration at) {
        Control.Cancel cancel = new Control.Cancel(ask.id(), "changed their mind", ask.unstoppable());
        return new Sending(
                at,
                Topics.control(ask.tenant()),
                ask,
                event("cancel-" + ask.number(), Control.Cancel.TYPE, ask, cancel));
    }

    private static CloudEvent event(String id, String type, Ask ask, Object data) {
        // Made when it is sent the first time: nothing of it may differ in a repeat.
        return new CloudEvent(id, SOURCE, type, ask.id().toString(), Instant.EPOCH, Map.of(), Json.write(data));
    }
}
