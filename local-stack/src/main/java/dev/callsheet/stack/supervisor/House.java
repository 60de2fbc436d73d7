package dev.callsheet.stack.supervisor;

import dev.callsheet.stack.ObjectStoreKeys;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.media.SampleMedia;
import dev.callsheet.stack.traces.TraceReceiver;
import dev.callsheet.stack.traces.TraceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What belongs to a stack: its members in the order of their start, and what the supervisor itself serves. */
public final class House implements AutoCloseable {
    /** The tenant that the local stack knows. */
    public static final String TENANT = "demo";

    /** That tenant's key at the REST doors. */
    public static final String API_KEY = "demo-key";

    /** The key of those who run the house: at the workers' doors, which no tenant enters. */
    public static final String OPERATOR_KEY = "operator-key";

    /** The house's own programs, in the order of their start. */
    public static final List<Place> SERVICES = List.of(
            Place.PROVIDER_TWIN,
            Place.REQUEST_API,
            Place.SCENARIO_ROUTER,
            Place.I2V_WORKER,
            Place.R2V_WORKER,
            Place.CONSISTENCY_SCORER,
            Place.AVATAR_SESSION_SERVICE);

    private static final int AT_ONCE = 2;

    private final Path checkout;
    private final StateFolder folder;
    private final Ports ports;
    private final List<Stage> stages;
    private @Nullable TraceReceiver traces;

    /**
     * @param checkout where the programs are built
     * @param services which of the house's own programs to start
     */
    public House(Path checkout, StateFolder folder, Ports ports, Set<Place> services) {
        this.checkout = checkout;
        this.folder = folder;
        this.ports = ports;
        List<Member> foundations =
                List.of(new KafkaMember(folder, ports), new PostgresMember(folder, ports), new ObjectStoreMember(this));
        this.stages = List.of(
                new Stage(foundations, foundations.size()),
                new Stage(
                        SERVICES.stream()
                                .filter(services::contains)
                                .map(place -> (Member) new ServiceMember(this, place))
                                .toList(),
                        AT_ONCE));
    }

    public StateFolder folder() {
        return folder;
    }

    public Ports ports() {
        return ports;
    }

    Path checkout() {
        return checkout;
    }

    List<Stage> stages() {
        return stages;
    }

    ObjectStoreKeys storeKeys() {
        return ObjectStoreKeys.local(ports.of(Place.OBJECT_STORE));
    }

    Path faces() {
        return folder.data("faces");
    }

    /** Prepares what the members find when they start. */
    void open() {
        traces = TraceReceiver.start(ports.of(Place.TRACES), new TraceStore(folder.traces()));
        var samples = new SampleMedia(checkout);
        try {
            Files.createDirectories(faces());
            if (samples.available()) {
                samples.writeOthers(faces());
            }
        } catch (IOException e) {
            throw new StackFailure(faces() + " cannot be written", e);
        }
    }

    @Override
    public void close() {
        if (traces != null) {
            traces.close();
        }
    }
}
