package dev.callsheet.requestapi.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.Violation;
import dev.callsheet.corridor.EventPublisher;
import dev.callsheet.requestapi.domain.BodyHash;
import dev.callsheet.requestapi.domain.CharacterEntry;
import dev.callsheet.requestapi.domain.CharacterState;
import dev.callsheet.requestapi.domain.RegistrationReader;
import dev.callsheet.requestapi.domain.RequestDocument;
import dev.callsheet.requestapi.outbound.Characters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the register. A change is written first, with the mark that its work is not sent; then it is sent, then marked:
 * whatever breaks between, a repeat or {@link CharacterChore} sends the same record, and its id is the same.
 */
@ApplicationScoped
class CharacterDesk {
    private static final int LONGEST_NAME = 200;

    private final Characters characters;
    private final PolicyInUse policy;
    private final EventPublisher publisher;
    private final RequestDocument documents;

    CharacterDesk(
            Characters characters,
            PolicyInUse policy,
            EventPublisher publisher,
            @ConfigProperty(name = "callsheet.requests.max-bytes") long maxBytes,
            @ConfigProperty(name = "callsheet.requests.max-tokens") long maxTokens) {
        this.characters = characters;
        this.policy = policy;
        this.publisher = publisher;
        this.documents = new RequestDocument(maxBytes, maxTokens);
    }

    /** Returns once the scorer's topic has it. @throws ProblemException if it is no registration, or the key stands for another */
    CharacterEntry register(TenantId tenant, IdempotencyKey key, byte[] body) {
        JsonNode document = documents.read(body);
        Instant now = Instant.now();
        RegistrationReader.Reading reading = RegistrationReader.read(document, tenant, policy.of(tenant), now);
        if (reading.registration() == null) {
            throw new ProblemException(Problem.of(
                    422,
                    "character.invalid",
                    "The body registers no character",
                    reading.violations().size() + " fields are at fault; see errors.",
                    reading.violations()));
        }
        String hash = BodyHash.of(document);
        return switch (characters.register(tenant, key.value(), reading.registration(), hash, now)) {
            case Characters.Registered.Entered(CharacterEntry entry) -> send(entry);
            case Characters.Registered.OtherBody(String first) -> throw otherBody(first, hash);
        };
    }

    /** Ends the consent in a name; returns once the scorer's topic has it. */
    CharacterEntry withdraw(TenantId tenant, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            throw unknown(name);
        }
        return send(characters.withdraw(tenant, name, Instant.now()));
    }

    /** @throws ProblemException if the tenant has none of that name */
    CharacterEntry find(TenantId tenant, String name) {
        return characters.find(tenant, name.replace("\0", "")).orElseThrow(() -> unknown(name));
    }

    List<CharacterEntry> all(TenantId tenant, int limit) {
        return characters.all(tenant, limit);
    }

    /** Sends what the broker does not have yet. */
    CharacterEntry send(CharacterEntry entry) {
        if (!entry.sent() && entry.state() != CharacterState.ERASED) {
            publisher.publish(Topics.WORK_SCORING, entry.id().toString(), entry.work(Instant.now()));
            characters.sent(entry);
        }
        return entry;
    }

    private static ProblemException unknown(String name) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
        return new ProblemException(Problem.of(
                404, "character.unknown", "No such character", "This tenant has no character '" + shown + "'."));
    }

    private static ProblemException otherBody(String first, String now) {
        return new ProblemException(Problem.of(
                422,
                "idempotency.other_body",
                "This key stands for another body",
                "header Idempotency-Key: the body's SHA-256 was " + first + ", now it is " + now
                        + ". Register with a new key.",
                List.of(new Violation("IDEMPOTENCY_OTHER_BODY", "", now, first, "use a new Idempotency-Key"))));
    }
}
