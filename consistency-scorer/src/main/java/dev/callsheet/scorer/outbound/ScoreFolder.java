package dev.callsheet.scorer.outbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.identity.evidence.Evidence;
import dev.callsheet.identity.measure.Measurement;
import jakarta.enterprise.context.ApplicationScoped;

/** Where a take's report and evidence lie in the store: beside its clip, in one folder. Thread-safe. */
@ApplicationScoped
public class ScoreFolder {
    private final ObjectStore store;
    private final Evidence evidence;

    ScoreFolder(ObjectStore store, Evidence evidence) {
        this.store = store;
        this.evidence = evidence;
    }

    /** Addresses of what was stored. */
    public record Stored(String report, String sheet, Fact.Evidence evidence) {}

    /** A take's folder, a key that ends with a slash. */
    public static String of(TenantId tenant, RequestId request, TakeId take) {
        return "tenant/" + tenant + "/request/" + request + "/take/" + take + "/score/";
    }

    /**
     * Stores report and evidence; a repeat replaces them.
     *
     * @param title what people call the clip
     * @throws StoreAway if the store does not take them
     */
    public Stored store(String folder, String title, Measurement measurement) {
        for (Evidence.File file : evidence.of(title, measurement)) {
            store.put(folder + file.name(), file.bytes(), file.type());
        }
        String address = store.address(folder);
        return new Stored(
                address + Evidence.REPORT,
                address + Evidence.SHEET,
                new Fact.Evidence(address + Evidence.PAGE, address + Evidence.FRAMES, address + Evidence.CURVE));
    }

    /** Deletes all that is in a folder; gives how many objects. @throws StoreAway if the store does not answer */
    public int erase(String folder) {
        return store.deleteAll(folder);
    }
}
