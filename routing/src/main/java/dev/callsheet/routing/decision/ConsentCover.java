package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.VideoRequest.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A consent that is given covers each input and has not run out. Whether one must be given is policy. */
final class ConsentCover {
    private ConsentCover() {}

    static List<Finding> look(Question q) {
        VideoRequest.Consent consent = q.request().consent();
        List<Finding> findings = new ArrayList<>();
        for (Slot slot : q.slots().all()) {
            boolean human = slot.medium().kind() == Kind.HUMAN;
            if (human && !covers(q, consent, "face")) {
                findings.add(missing(consent, slot.at(), "face"));
            }
            boolean person = human || consent != null;
            if (slot.medium().voice() != null && person && !covers(q, consent, "voice")) {
                findings.add(missing(consent, slot.at("voice"), "voice"));
            }
        }
        Instant until = consent == null ? null : consent.until();
        if (until != null && !until.isAfter(q.now())) {
            findings.add(Finding.of(Rule.CONSENT, Reason.CONSENT_EXPIRED, "/consent/until", until, "a later time"));
        }
        return findings;
    }

    private static boolean covers(Question q, VideoRequest.@Nullable Consent consent, String what) {
        return consent == null
                ? !q.policy().consent().humans()
                : consent.scope().contains(what);
    }

    private static Finding missing(VideoRequest.@Nullable Consent consent, String field, String what) {
        String found =
                consent == null ? "no consent" : "consent for " + String.join(", ", new TreeSet<>(consent.scope()));
        return Finding.of(Rule.CONSENT, Reason.CONSENT_REQUIRED, field, found, "a consent whose scope has " + what);
    }
}
