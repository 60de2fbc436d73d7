package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.VideoRequest.Kind;
import dev.callsheet.contracts.VideoRequest.Medium;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.contracts.VideoRequest.Voice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A declared real person needs a consent whose scope covers each input and which has not run out; so does every human if
 * the policy says so. A consent that is given is always held to.
 */
final class ConsentCover {
    private ConsentCover() {}

    static List<Finding> look(Question q) {
        VideoRequest.Consent consent = q.request().consent();
        List<Finding> findings = new ArrayList<>();
        for (Slot slot : q.slots().all()) {
            Medium medium = slot.medium();
            boolean human = medium.kind() == Kind.HUMAN && q.policy().consent().humans();
            boolean person = medium.realPerson() || human;
            boolean seen = !slot.is(MediumType.AUDIO);
            if (seen && (person || medium.kind() == Kind.HUMAN && consent != null) && !covers(consent, "face")) {
                findings.add(missing(consent, slot.at(), "face"));
            }
            if (!seen && person && !covers(consent, "voice")) {
                findings.add(missing(consent, slot.at(), "voice"));
            }
            Voice voice = medium.voice();
            if (voice != null && (person || voice.realPerson() || consent != null) && !covers(consent, "voice")) {
                findings.add(missing(consent, slot.at("voice"), "voice"));
            }
        }
        Instant until = consent == null ? null : consent.until();
        if (until != null && !until.isAfter(q.now())) {
            findings.add(Finding.of(Rule.CONSENT, Reason.CONSENT_EXPIRED, "/consent/until", until, "a later time"));
        }
        return findings;
    }

    private static boolean covers(VideoRequest.@Nullable Consent consent, String what) {
        return consent != null && consent.scope().contains(what);
    }

    private static Finding missing(VideoRequest.@Nullable Consent consent, String field, String what) {
        String found =
                consent == null ? "no consent" : "consent for " + String.join(", ", new TreeSet<>(consent.scope()));
        return Finding.of(Rule.CONSENT, Reason.CONSENT_REQUIRED, field, found, "a consent whose scope has " + what);
    }
}
