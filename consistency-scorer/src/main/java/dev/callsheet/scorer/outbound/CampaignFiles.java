package dev.callsheet.scorer.outbound;

import dev.callsheet.contracts.CampaignId;
import dev.callsheet.contracts.CharacterId;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.identity.measure.CampaignReport.Word;
import dev.callsheet.scorer.domain.CampaignScores.Told;
import dev.callsheet.scorer.domain.CampaignTake;
import dev.callsheet.scorer.domain.KeptPortrait;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of a campaign, under {@code tenant/<t>/campaign/<id>/takes/}: a file for each take, for each ruling on
 * it, for each character that was erased from it. Files are added and hardly ever changed, so that their number grows
 * with what is known. Thread-safe.
 */
@ApplicationScoped
public class CampaignFiles {
    private static final Logger LOG = Logger.getLogger(CampaignFiles.class);
    private static final int MOST_BYTES = 256 << 10;
    private static final String JSON = "application/json";
    private static final String RULING = ".ruling-";
    private static final String ERASED = ".erased-";

    private final ObjectStore store;
    private final Register register;
    private final Recent<CampaignTake> takes = new Recent<>(4_000);
    private final Recent<Ruling> rulings = new Recent<>(1_000);
    private final Recent<Register.Kept> portraits = new Recent<>(4_000);

    CampaignFiles(ObjectStore store, Register register) {
        this.store = store;
        this.register = register;
    }

    /** A campaign's folder, a key that ends with a slash. */
    public static String folder(TenantId tenant, String campaign) {
        return "tenant/" + tenant + "/campaign/" + CampaignId.of(tenant, campaign) + "/";
    }

    /** The files as the store lists them; equal lists mean equal content. */
    public List<ObjectStore.Listed> list(TenantId tenant, String campaign) {
        return store.list(folder(tenant, campaign) + "takes/");
    }

    /** Adds a take or writes it anew; one from which a character was erased keeps what it is. */
    public void add(TenantId tenant, CampaignTake take) {
        String stem = stem(tenant, take.campaign(), take.take());
        Set<String> erased = erased(stem);
        if (!erased.isEmpty() && store.head(stem + ".json", 1).isPresent()) {
            return;
        }
        write(stem, without(take, erased, tenant));
        Set<String> meanwhile = erased(stem);
        if (!meanwhile.equals(erased)) {
            write(stem, without(take, meanwhile, tenant));
        }
    }

    /** Notes a person's word; the one with the latest time counts. */
    public void rule(TenantId tenant, String campaign, TakeId take, Ruling ruling) {
        String key =
                stem(tenant, campaign, take.toString()) + RULING + ruling.at().toEpochMilli() + ".json";
        store.put(key, Json.write(ruling), JSON);
    }

    /** Takes a character out of a take, for good. */
    public void erase(TenantId tenant, String campaign, TakeId take, CharacterId character, String name) {
        String stem = stem(tenant, campaign, take.toString());
        portraits.forget(character + "/" + take);
        store.get(stem + ".json", MOST_BYTES)
                .map(content -> Json.read(content, CampaignTake.class))
                .ifPresent(known -> write(stem, known.without(name)));
        // Last, since it makes the campaign's number grow.
        store.put(stem + ERASED + character + ".json", Json.write(Map.of()), JSON);
    }

    /** All takes of these files, with rulings and portraits. */
    public List<Told> read(TenantId tenant, List<ObjectStore.Listed> files, Instant now) {
        Map<String, Files> byTake = new TreeMap<>();
        for (ObjectStore.Listed listed : files) {
            String name = listed.key().substring(listed.key().lastIndexOf('/') + 1);
            Files of = byTake.computeIfAbsent(name.substring(0, name.indexOf('.')), _ -> new Files());
            if (name.contains(RULING)) {
                of.rulings.add(listed);
            } else if (name.contains(ERASED)) {
                of.erased = true;
            } else {
                of.take = listed;
            }
        }
        List<Told> told = new ArrayList<>();
        for (Files of : byTake.values()) {
            if (of.take != null) {
                String etag = of.take.etag();
                file(of.take, CampaignTake.class, takes)
                        .ifPresent(take -> told.add(
                                new Told(take, word(of.rulings), of.erased, portraits(tenant, take, etag, now))));
            }
        }
        return told;
    }

    private static final class Files {
        private ObjectStore.@Nullable Listed take;
        private final List<ObjectStore.Listed> rulings = new ArrayList<>();
        private boolean erased;
    }

    private @Nullable Word word(List<ObjectStore.Listed> files) {
        return files.stream()
                .flatMap(listed -> file(listed, Ruling.class, rulings).stream())
                .max(Comparator.comparing(Ruling::at))
                .map(ruling -> switch (ruling.word()) {
                    case APPROVED -> Word.APPROVED;
                    case REJECTED -> Word.REJECTED;
                })
                .orElse(null);
    }

    private Map<String, KeptPortrait> portraits(TenantId tenant, CampaignTake take, String etag, Instant now) {
        Map<String, KeptPortrait> found = new HashMap<>();
        for (CampaignTake.Part part : take.characters()) {
            if (part.median() != null) {
                CharacterId character = CharacterId.of(tenant, part.name());
                portraits
                        .get(
                                character + "/" + take.take() + " " + etag,
                                () -> register.portrait(tenant, character, TakeId.parse(take.take()), now))
                        .filter(kept -> kept.until() == null || kept.until().isAfter(now))
                        .ifPresent(kept -> found.put(part.name(), kept.portrait()));
            }
        }
        return found;
    }

    private <T> Optional<T> file(ObjectStore.Listed listed, Class<T> type, Recent<T> cache) {
        try {
            return cache.get(
                    listed.key() + " " + listed.etag(),
                    () -> store.get(listed.key(), MOST_BYTES).map(content -> Json.read(content, type)));
        } catch (UnreadableEvent e) {
            LOG.warnf("%s is not counted: %s", listed.key(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Ids of the characters that were erased from a take. */
    private Set<String> erased(String stem) {
        String prefix = stem + ERASED;
        return store.list(prefix).stream()
                .map(listed -> listed.key().substring(prefix.length()).replace(".json", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static CampaignTake without(CampaignTake take, Set<String> erased, TenantId tenant) {
        CampaignTake left = take;
        for (CampaignTake.Part part : take.characters()) {
            if (erased.contains(CharacterId.of(tenant, part.name()).toString())) {
                left = left.without(part.name());
            }
        }
        return left;
    }

    private void write(String stem, CampaignTake take) {
        store.put(stem + ".json", Json.write(take), JSON);
    }

    private static String stem(TenantId tenant, String campaign, String take) {
        return folder(tenant, campaign) + "takes/" + take;
    }
}
