package dev.callsheet.routing.policy;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.routing.decision.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The edition of the policy in use. Whoever runs a clock calls {@link #look()}; a file that is no possible policy changes
 * nothing. Thread-safe.
 */
public final class PolicyWatch {
    private final Optional<Path> file;
    private volatile PolicyEdition edition;
    private volatile String seen;

    /** @throws PolicyRefused if there is no possible policy to begin with */
    public PolicyWatch(Optional<Path> file) {
        this.file = file;
        this.edition = PolicyFile.load(file);
        this.seen = edition.hash();
    }

    /** What a look at the file has found. */
    public sealed interface Look {
        /** The bytes are those of the last look, or there is no file. */
        record Unchanged() implements Look {}

        record Taken(PolicyEdition before, PolicyEdition after) implements Look {}

        /** The edition before stays. @param why for people */
        record Refused(String why) implements Look {}
    }

    public PolicyEdition edition() {
        return edition;
    }

    public Policy of(TenantId tenant) {
        return edition.of(tenant);
    }

    /** Takes the file's edition if it has changed and is possible. A file that cannot be read is told once. */
    public synchronized Look look() {
        if (file.isEmpty()) {
            return new Look.Unchanged();
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file.get());
        } catch (IOException e) {
            return once("unreadable", "cannot be read: " + file.get());
        }
        String hash = Json.sha256(bytes);
        if (hash.equals(seen)) {
            return new Look.Unchanged();
        }
        try {
            PolicyEdition before = edition;
            PolicyEdition after = PolicyFile.read(bytes);
            edition = after;
            seen = hash;
            return new Look.Taken(before, after);
        } catch (PolicyRefused e) {
            return once(hash, String.valueOf(e.getMessage()));
        }
    }

    private Look once(String what, String why) {
        if (what.equals(seen)) {
            return new Look.Unchanged();
        }
        seen = what;
        return new Look.Refused(why);
    }
}
