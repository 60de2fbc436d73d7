package dev.callsheet.render.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.render.outbound.ClipRecords.ClipRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Puts into manifests what is known only after the clip was stored: the score and a person's last word. What is due is
 * noted in the transaction that brings it, and written from the tables afterwards: twice is once.
 */
public final class ManifestNotes {
    private static final Logger LOG = Logger.getLogger(ManifestNotes.class);
    /** One worker writes at a time: of two, the slower one could put the older word last. */
    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtext(current_schema() || '.manifests'))";

    private static final int MOST_BYTES = 4 << 20;

    private final Transactions transactions;
    private final ClipStore store;

    public ManifestNotes(Transactions transactions, ClipStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** There is more to say of a take's clip. */
    static void due(Connection connection, TakeId take) throws SQLException {
        Sql.change(connection, "insert into manifest_notes (take_id) values (?)", take.value());
    }

    private record Due(long seq, UUID take) {}

    /** Writes all that is due, unless another worker does. */
    public void write() throws SQLException {
        try {
            while (transactions.run(this::writeOne)) {
                // the next one
            }
        } catch (StoreAway e) {
            LOG.warnf("manifests are written later: %s", e.getMessage());
        }
    }

    /** Ends the round; what is due stays so. */
    private static final class StoreAway extends RuntimeException {
        StoreAway(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private boolean writeOne(Connection connection) throws SQLException {
        if (!Sql.list(connection, ALONE, row -> row.getBoolean(1)).getFirst()) {
            return false;
        }
        List<Due> oldest = Sql.list(
                connection,
                "select seq, take_id from manifest_notes order by seq limit 1",
                row -> new Due(row.getLong(1), row.getObject(2, UUID.class)));
        if (oldest.isEmpty()) {
            return false;
        }
        Due due = oldest.getFirst();
        Optional<ClipRecord> take = ClipRecords.find(connection, new TakeId(due.take()));
        if (take.isPresent() && take.get().clip() != null) {
            rewrite(take.get(), take.get().clip().uri());
        }
        Sql.change(connection, "delete from manifest_notes where seq = ?", due.seq());
        return true;
    }

    private void rewrite(ClipRecord take, String clip) {
        String key = clip.substring(("s3://" + store.bucket() + "/").length()).replaceFirst("[^/]+$", Manifest.NAME);
        try {
            byte[] before = read(key);
            Optional<byte[]> after = noted(before, take);
            if (after.isPresent()) {
                store.put(key, "application/json", after.get().length, new ByteArrayInputStream(after.get()));
            }
        } catch (NoSuchFileException | UnreadableEvent e) {
            LOG.warnf("take %s: nothing can be added to its manifest: %s", take.takeId(), e.getMessage());
        } catch (IOException e) {
            throw new StoreAway(e);
        }
    }

    private byte[] read(String key) throws IOException {
        try (InputStream content = store.open(key)) {
            return content.readNBytes(MOST_BYTES);
        }
    }

    /** The next version of a manifest; empty if it says all of it already. */
    static Optional<byte[]> noted(byte[] manifest, ClipRecord take) {
        if (!(Json.read(manifest) instanceof ObjectNode before)) {
            throw new UnreadableEvent("manifest.json", "the manifest is no JSON object");
        }
        ObjectNode after = before.deepCopy();
        if (take.score() != null) {
            after.set("score", tree(take.score()));
        }
        if (take.ruling() != null) {
            after.set("ruling", tree(take.ruling()));
        }
        if (after.equals(before)) {
            return Optional.empty();
        }
        after.put("version", before.path("version").asInt(1) + 1);
        return Optional.of(Json.write(after));
    }

    /** As it is read back from a file. */
    private static JsonNode tree(Object value) {
        return Json.read(Json.write(value));
    }
}
