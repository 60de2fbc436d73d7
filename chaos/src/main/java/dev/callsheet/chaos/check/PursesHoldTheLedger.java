package dev.callsheet.chaos.check;

import dev.callsheet.chaos.check.Snapshot.LedgerRow;
import dev.callsheet.chaos.check.Snapshot.PurseRow;
import dev.callsheet.chaos.check.Violation.Kind;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What tenants and campaigns have spent and may spend is what their ledger lines add up to. */
final class PursesHoldTheLedger implements Rule {
    private record Owner(String tenant, String campaign) implements Comparable<Owner> {
        @Override
        public int compareTo(Owner other) {
            int byTenant = tenant.compareTo(other.tenant);
            return byTenant == 0 ? campaign.compareTo(other.campaign) : byTenant;
        }
    }

    private record Money(long committed, long settled) {
        static final Money NONE = new Money(0, 0);

        Money plus(LedgerRow line) {
            return switch (line.kind()) {
                case "committed" -> new Money(committed + line.micros(), settled);
                case "released" -> new Money(committed - line.micros(), settled);
                case "settled" -> new Money(committed - line.micros(), settled + line.micros());
                default -> this;
            };
        }
    }

    @Override
    public void check(Shelf shelf, Consumer<Violation> found) {
        var expected = new TreeMap<Owner, Money>();
        for (LedgerRow line : shelf.all.ledger()) {
            add(expected, new Owner(line.tenant(), ""), line);
            String campaign = line.campaign();
            if (campaign != null) {
                add(expected, new Owner(line.tenant(), campaign), line);
            }
        }
        var purses = new TreeMap<Owner, Money>();
        for (PurseRow purse : shelf.all.purses()) {
            purses.put(new Owner(purse.tenant(), purse.campaign()), new Money(purse.committed(), purse.settled()));
        }
        purses.keySet().forEach(owner -> expected.putIfAbsent(owner, Money.NONE));
        expected.forEach((owner, money) -> {
            Money purse = purses.getOrDefault(owner, Money.NONE);
            if (!purse.equals(money)) {
                found.accept(new Violation(
                        Kind.PURSE_DIFFERS,
                        owner.tenant() + "/" + owner.campaign(),
                        "found " + purse + "; the ledger says " + money));
            }
        });
    }

    private static void add(TreeMap<Owner, Money> all, Owner owner, LedgerRow line) {
        all.put(owner, all.getOrDefault(owner, Money.NONE).plus(line));
    }
}
