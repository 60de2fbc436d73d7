package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The keys that were used, and for which body. */
@ApplicationScoped
public class IdempotencyRepository implements PanacheRepositoryBase<IdempotencyRow, IdempotencyRow.Key> {
    private static final String CLAIM = """
            insert into idempotency (tenant, key, request_id, body_hash) values (?1, ?2, ?3, ?4)
            on conflict (tenant, key) do nothing
            """;

    /**
     * What stands behind a key.
     *
     * @param bodyHash of the first body that came with it
     * @param sent whether the broker has acknowledged the record
     */
    public record Claim(String bodyHash, boolean sent) {}

    /** Takes the key for this body, or tells for which it is taken. Committed when it returns. */
    @Transactional
    public Claim claim(TenantId tenant, String key, RequestId requestId, String bodyHash) {
        getEntityManager()
                .createNativeQuery(CLAIM)
                .setParameter(1, tenant.value())
                .setParameter(2, key)
                .setParameter(3, requestId.value())
                .setParameter(4, bodyHash)
                .executeUpdate();
        IdempotencyRow row = findById(new IdempotencyRow.Key(tenant.value(), key), LockModeType.NONE);
        return new Claim(row.bodyHash, row.sent);
    }

    /** The broker has the record of this key. */
    @Transactional
    public void sent(TenantId tenant, String key) {
        update("sent = true where tenant = ?1 and key = ?2", tenant.value(), key);
    }

    /** When this request was taken in by REST; empty if it was not, or the broker has not got it. */
    @Transactional
    public java.util.Optional<Instant> acceptedAt(TenantId tenant, RequestId requestId) {
        return find("requestId = ?1 and tenant = ?2 and sent = true", requestId.value(), tenant.value())
                .firstResultOptional()
                .map(row -> row.createdAt);
    }
}
