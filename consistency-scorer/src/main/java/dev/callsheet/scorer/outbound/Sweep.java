package dev.callsheet.scorer.outbound;

import dev.callsheet.contracts.CharacterId;
import dev.callsheet.contracts.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Deletes sealed objects whose time is over, and seals anew what an older key has sealed. Reads the first bytes of each
 * object. Any number of pods may do it at once.
 */
@ApplicationScoped
public class Sweep {
    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final String CHARACTERS = "identity/character/";

    private final ObjectStore store;
    private final Vault vault;
    private final Register register;

    Sweep(ObjectStore store, Vault vault, Register register) {
        this.store = store;
        this.vault = vault;
        this.register = register;
    }

    /** How many objects were looked at, deleted, and sealed anew. */
    public record Swept(int seen, int expired, int renewed) {}

    /** Goes through all tenants once. @throws StoreAway if the store does not answer; what was done stays done */
    public Swept run(Instant now) {
        int[] counts = new int[3];
        for (String folder : store.folders("tenant/")) {
            String tenant = folder.substring("tenant/".length(), folder.length() - 1);
            store.each(folder + CHARACTERS, listed -> {
                counts[0]++;
                store.head(listed.key(), Vault.HEADER_BYTES)
                        .flatMap(Vault::header)
                        .ifPresent(header -> {
                            if (header.expired(now)) {
                                store.delete(listed.key());
                                counts[1]++;
                            } else if (!vault.current(header)) {
                                counts[2] += renew(tenant, listed.key(), now);
                            }
                        });
            });
        }
        return new Swept(counts[0], counts[1], counts[2]);
    }

    private int renew(String tenant, String key, Instant now) {
        Opened opened = store.get(key, Register.MOST_BYTES)
                .map(found -> vault.open(tenant, key, found, now))
                .orElse(new Opened.Nothing(Opened.Why.ABSENT));
        return switch (opened) {
            case Opened.Nothing(var why) -> {
                LOG.warnf("%s cannot be sealed anew: %s", key, why);
                yield 0;
            }
            case Opened.Content content -> {
                store.put(key, vault.seal(tenant, key, content.bytes(), content.until()), "application/octet-stream");
                // A withdrawal in between has deleted it: it may not come back.
                if (register.standing(new TenantId(tenant), character(key)).isWithdrawn()) {
                    store.delete(key);
                }
                yield 1;
            }
        };
    }

    private static CharacterId character(String key) {
        int from = key.indexOf(CHARACTERS) + CHARACTERS.length();
        return CharacterId.parse(key.substring(from, key.indexOf('/', from)));
    }
}
