package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.VideoRequest.Medium;
import dev.callsheet.contracts.VideoRequest.MediumType;
import java.util.ArrayList;
import java.util.List;

/** Sizes of pictures, as far as the request states them. */
final class Pictures {
    private Pictures() {}

    static List<Finding> look(Question q, Rule rule, List<Slot> slots) {
        Policy.Pictures policy = q.policy().pictures();
        List<Finding> findings = new ArrayList<>();
        for (Slot slot : slots) {
            if (!slot.is(MediumType.IMAGE)) {
                continue;
            }
            Medium medium = slot.medium();
            if (Boolean.TRUE.equals(medium.alpha())) {
                findings.add(Finding.of(rule, Reason.ALPHA_FLATTENED, slot.at("alpha")));
            }
            boolean sized = medium.width() != null && medium.height() != null;
            if (tooSmall(medium, policy)) {
                findings.add(Finding.of(
                        rule,
                        Reason.IMAGE_TOO_SMALL,
                        slot.at(),
                        medium.width() + " x " + medium.height() + " pixels",
                        "sides of " + policy.minSide() + " to " + policy.maxSide() + " pixels"));
            } else if (sized && Math.max(medium.width(), medium.height()) > policy.maxSide()) {
                findings.add(Finding.of(
                        rule,
                        Reason.IMAGE_NEEDS_DOWNSCALE,
                        slot.at(),
                        medium.width() + " x " + medium.height() + " pixels",
                        "at most " + policy.maxSide() + " pixels a side"));
            } else if (medium.bytes() != null && medium.bytes() > policy.maxBytes()) {
                findings.add(Finding.of(
                        rule,
                        Reason.IMAGE_NEEDS_DOWNSCALE,
                        slot.at("bytes"),
                        medium.bytes() + " bytes",
                        "at most " + policy.maxBytes() + " bytes"));
            }
        }
        return findings;
    }

    /** Too small as it is, or once its longer side is brought down to the limit. */
    private static boolean tooSmall(Medium medium, Policy.Pictures policy) {
        long width = medium.width() == null ? policy.minSide() : medium.width();
        long height = medium.height() == null ? policy.minSide() : medium.height();
        long shorter = Math.min(width, height);
        long longer = Math.max(width, height);
        return shorter < policy.minSide()
                || longer > policy.maxSide() && shorter * policy.maxSide() < longer * policy.minSide();
    }

    /** Whether the stated size has the ratio {@code a:b}; false if size or ratio cannot be told. */
    static boolean hasRatio(Slot slot, String ratio) {
        Medium medium = slot.medium();
        int colon = ratio.indexOf(':');
        if (medium.width() == null || medium.height() == null || colon < 1) {
            return false;
        }
        try {
            long across = Long.parseLong(ratio, 0, colon, 10);
            long down = Long.parseLong(ratio, colon + 1, ratio.length(), 10);
            return across < 10_000 && down < 10_000 && medium.width() * down == medium.height() * across;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
