package dev.callsheet.chaos.check;

import dev.callsheet.chaos.check.Violation.Kind;
import dev.callsheet.contracts.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left of a run of the whole house: what the workers have left, and beside it what the desk says of each request.
 *
 * @param works of all workers together
 * @param wanted every request that was accepted
 * @param desk the state of each request as the desk shows it
 */
public record Whole(Snapshot works, List<Wanted> wanted, Map<UUID, String> desk) {
    private static final Pattern OF_REQUEST = Pattern.compile("tenant/([^/]+)/request/([0-9a-f-]{36})/.*");
    private static final Map<String, String> TOLD_AS = Map.of("offered", "routed");

    public Whole {
        wanted = List.copyOf(wanted);
        desk = Map.copyOf(desk);
    }

    /** @param live whether it asks for a live session: then an offer is all that becomes of it */
    public record Wanted(UUID id, String tenant, boolean live) {}

    /** All violations, of the works and of the house; none if it has kept its promises. */
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>(Checker.check(works));
        Map<UUID, Integer> offers = offers();
        Map<UUID, String> ends = ends();
        for (Wanted each : wanted) {
            String id = each.id().toString();
            int offered = offers.getOrDefault(each.id(), 0);
            if (each.live() && offered != 1) {
                found.add(new Violation(
                        offered == 0 ? Kind.OFFER_MISSING : Kind.OFFER_TWICE, id, offered + " offers were told"));
            }
            String end = each.live() ? "offered" : ends.get(each.id());
            String shown = desk.getOrDefault(each.id(), "unknown");
            if (end != null && !shown.equals(end) && !shown.equals(TOLD_AS.get(end))) {
                found.add(new Violation(Kind.DESK_DIFFERS, id, "told as " + end + ", shown as " + shown));
            }
        }
        foreignKeys(found);
        return List.copyOf(found);
    }

    private Map<UUID, Integer> offers() {
        Map<UUID, Integer> offers = new HashMap<>();
        TreeSet<String> seen = new TreeSet<>();
        for (Snapshot.Told told : works.facts()) {
            if (told.fact() instanceof Fact.SessionOffered offered && seen.add(told.event())) {
                offers.merge(offered.requestId().value(), 1, Integer::sum);
            }
        }
        return offers;
    }

    private Map<UUID, String> ends() {
        Map<UUID, String> ends = new HashMap<>();
        for (Snapshot.Told told : works.facts()) {
            Optional<String> word = EveryRequestEnds.word(told.fact());
            word.ifPresent(end -> ends.put(told.fact().aggregate(), end));
        }
        return ends;
    }

    private void foreignKeys(List<Violation> found) {
        Map<String, String> tenants = new HashMap<>();
        wanted.forEach(each -> tenants.put(each.id().toString(), each.tenant()));
        for (String key : works.objects().keySet()) {
            Matcher parts = OF_REQUEST.matcher(key);
            String owner = parts.matches() ? tenants.get(parts.group(2)) : null;
            if (owner != null && !owner.equals(parts.group(1))) {
                found.add(new Violation(Kind.KEY_OF_ANOTHER, key, "the request is " + owner + "'s"));
            }
        }
    }
}
