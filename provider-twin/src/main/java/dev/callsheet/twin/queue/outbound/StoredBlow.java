package dev.callsheet.twin.queue.outbound;

import dev.callsheet.twin.queue.domain.fault.Blow;
import dev.callsheet.twin.queue.domain.fault.Fault;
import java.time.Duration;

/** A job's fault as its line holds it. */
record StoredBlow(String fault, long lastsMillis, int amount) {

    static StoredBlow of(Blow blow) {
        return new StoredBlow(blow.fault().word(), blow.lasts().toMillis(), blow.amount());
    }

    Blow blow() {
        var known = Fault.named(fault).orElseThrow(() -> new IllegalStateException("unknown fault " + fault));
        return new Blow(known, Duration.ofMillis(lastsMillis), amount);
    }
}
