package dev.callsheet.scorer.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.CharacterId;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.scorer.domain.KeptPortrait;
import dev.callsheet.scorer.domain.KeptPrototype;
import dev.callsheet.scorer.domain.Standing;
import dev.callsheet.scorer.domain.UnknownForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a tenant's characters, all of it sealed, under {@code tenant/<t>/identity/character/<id>/}, so that a
 * withdrawal is the deletion of one prefix; the withdrawal itself stands beside it. Thread-safe.
 */
@ApplicationScoped
public class Register {
    private static final Logger LOG = Logger.getLogger(Register.class);
    static final int MOST_BYTES = 4 << 20;
    private static final Pattern VERSION = Pattern.compile(".*/prototype-([0-9]{1,9})\\.bin");

    private final ObjectStore store;
    private final Vault vault;

    Register(ObjectStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** A pinned prototype. @param until when it is deleted; null for never */
    public record Pinned(int version, @Nullable Instant until, KeptPrototype prototype) {}

    /**
     * Where a take showed the character, so that a withdrawal finds it.
     *
     * @param version of the registration that it was measured under; 0 without one
     * @param report folder of the take's report, a key of the store that ends with a slash
     * @param campaign as the tenant calls it; null without one
     */
    public record Shown(
            int version,
            TakeId takeId,
            String report,
            @Nullable String campaign) {}

    /** How the character stands now. */
    public Standing standing(TenantId tenant, CharacterId character) {
        int registered =
                versions(tenant, character).stream().mapToInt(i -> i).max().orElse(0);
        return new Standing(registered, withdrawn(tenant, character));
    }

    /** The newest prototype; empty without one, after its time, or where it cannot be opened. */
    public Optional<Pinned> prototype(TenantId tenant, CharacterId character, Instant now) {
        int version = standing(tenant, character).registered();
        if (version == 0) {
            return Optional.empty();
        }
        String key = prototypeKey(tenant, character, version);
        return open(tenant, key, now)
                .filter(content -> content.bytes().length > 0)
                .flatMap(content -> formed(key, content.bytes(), KeptPrototype::of)
                        .map(prototype -> new Pinned(version, content.until(), prototype)));
    }

    /** Pins a version. @param prototype null for references that were refused: the version counts, and pins nothing */
    public void pin(
            TenantId tenant, CharacterId character, int version, @Nullable KeptPrototype prototype, Instant until) {
        byte[] content = prototype == null ? new byte[0] : prototype.bytes();
        seal(tenant, prototypeKey(tenant, character, version), content, until);
    }

    /** Deletes all prototypes but the newest. */
    public void forgetOlder(TenantId tenant, CharacterId character) {
        List<Integer> versions = versions(tenant, character);
        int newest = versions.stream().mapToInt(i -> i).max().orElse(0);
        versions.stream()
                .filter(version -> version < newest)
                .forEach(version -> store.delete(prototypeKey(tenant, character, version)));
    }

    /** Deletes one version's prototype. */
    public void forget(TenantId tenant, CharacterId character, int version) {
        store.delete(prototypeKey(tenant, character, version));
    }

    /** From now on nothing of the character is kept; an older withdrawal does not replace a newer. */
    public void withdraw(TenantId tenant, CharacterId character, int version, Instant now) {
        if (withdrawn(tenant, character) < version) {
            byte[] content = Json.write(Map.of("version", version, "at", now.toString()));
            store.put(tombstoneKey(tenant, character), content, "application/json");
        }
    }

    /** Takes back a withdrawal. */
    public void lift(TenantId tenant, CharacterId character) {
        store.delete(tombstoneKey(tenant, character));
    }

    /** Notes that a take shows the character. Has no end: its reports have none. */
    public void note(TenantId tenant, CharacterId character, Shown shown) {
        seal(tenant, prefix(tenant, character) + "shown/" + shown.takeId() + ".bin", Json.write(shown), null);
    }

    /** Keeps who the character was in a take. */
    public void keep(TenantId tenant, CharacterId character, TakeId take, KeptPortrait portrait, Instant until) {
        seal(tenant, portraitKey(tenant, character, take), portrait.bytes(), until);
    }

    /** Who the character was in a take; empty if it was not measured, was deleted, or cannot be opened. */
    public Optional<Kept> portrait(TenantId tenant, CharacterId character, TakeId take, Instant now) {
        String key = portraitKey(tenant, character, take);
        return open(tenant, key, now)
                .flatMap(content -> formed(key, content.bytes(), KeptPortrait::of)
                        .map(portrait -> new Kept(portrait, content.until())));
    }

    /** A portrait and when it is deleted. */
    public record Kept(KeptPortrait portrait, @Nullable Instant until) {}

    /** All takes that are noted to show the character, by this version of its registration or an older one. */
    public List<Shown> shown(TenantId tenant, CharacterId character, int version) {
        return store.list(prefix(tenant, character) + "shown/").stream()
                .flatMap(listed -> open(tenant, listed.key(), Instant.EPOCH).stream())
                .map(content -> Json.read(content.bytes(), Shown.class))
                .filter(shown -> shown.version() <= version)
                .toList();
    }

    /** Deletes what is kept of a take; gives how many objects. */
    public int erase(TenantId tenant, CharacterId character, TakeId take) {
        return store.deleteAll(portraitKey(tenant, character, take))
                + store.deleteAll(prefix(tenant, character) + "shown/" + take + ".bin");
    }

    /** Deletes the prototypes of this version and older ones; gives how many. */
    public int erasePrototypes(TenantId tenant, CharacterId character, int version) {
        return versions(tenant, character).stream()
                .filter(kept -> kept <= version)
                .mapToInt(kept -> store.deleteAll(prototypeKey(tenant, character, kept)))
                .sum();
    }

    /** Deletes everything that is kept of the character; gives how many objects. */
    public int eraseAll(TenantId tenant, CharacterId character) {
        return store.deleteAll(prefix(tenant, character));
    }

    private int withdrawn(TenantId tenant, CharacterId character) {
        return store.get(tombstoneKey(tenant, character), MOST_BYTES)
                .map(Json::read)
                .map((JsonNode tombstone) -> tombstone.path("version").asInt(Integer.MAX_VALUE))
                .orElse(0);
    }

    private List<Integer> versions(TenantId tenant, CharacterId character) {
        return store.list(prefix(tenant, character) + "prototype-").stream()
                .map(listed -> VERSION.matcher(listed.key()))
                .filter(Matcher::matches)
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
    }

    private void seal(TenantId tenant, String key, byte[] content, @Nullable Instant until) {
        store.put(key, vault.seal(tenant.value(), key, content, until), "application/octet-stream");
    }

    private Optional<Opened.Content> open(TenantId tenant, String key, Instant now) {
        Opened opened = store.get(key, MOST_BYTES)
                .map(found -> vault.open(tenant.value(), key, found, now))
                .orElse(new Opened.Nothing(Opened.Why.ABSENT));
        return switch (opened) {
            case Opened.Content content -> Optional.of(content);
            case Opened.Nothing(var why) -> {
                if (why != Opened.Why.ABSENT) {
                    LOG.warnf("%s gives nothing: %s", key, why);
                }
                yield Optional.empty();
            }
        };
    }

    private static <T> Optional<T> formed(String key, byte[] content, Function<byte[], T> reader) {
        try {
            return Optional.of(reader.apply(content));
        } catch (UnknownForm e) {
            LOG.warnf("%s gives nothing: %s", key, e.getMessage());
            return Optional.empty();
        }
    }

    private static String prefix(TenantId tenant, CharacterId character) {
        return "tenant/" + tenant + "/identity/character/" + character + "/";
    }

    private static String prototypeKey(TenantId tenant, CharacterId character, int version) {
        return prefix(tenant, character) + "prototype-" + version + ".bin";
    }

    private static String portraitKey(TenantId tenant, CharacterId character, TakeId take) {
        return prefix(tenant, character) + "take/" + take + ".bin";
    }

    private static String tombstoneKey(TenantId tenant, CharacterId character) {
        return "tenant/" + tenant + "/identity/withdrawn/" + character;
    }
}
