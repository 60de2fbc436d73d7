package dev.callsheet.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one room hands to the next: read by exactly one service. */
public sealed interface Work {
    TenantId tenant();

    /**
     * A routed request, on {@code callsheet.work.<route>}.
     *
     * @param request as the partner sent it, untouched
     */
    record Assigned(RequestId requestId, TenantId tenant, Decision decision, JsonNode request) implements Work {
        public static final String TYPE = "dev.callsheet.work.assigned.v1";
    }

    /**
     * A stored clip to be measured, on {@code callsheet.work.scoring}.
     *
     * @param clip where it is stored, {@code s3://bucket/key}
     * @param bound whether the prompt named the characters
     * @param attempt which take of its request, from 1; null in work of old
     * @param consent the consent's id as the request names it
     */
    record Scoring(
            RequestId requestId,
            TakeId takeId,
            TenantId tenant,
            @Nullable String campaign,
            String clip,
            boolean bound,
            List<Character> characters,
            @Nullable Integer attempt,
            @Nullable String consent)
            implements Work {
        public static final String TYPE = "dev.callsheet.work.scoring.v1";

        public Scoring {
            characters = List.copyOf(characters);
        }
    }

    /**
     * A take of a campaign has ended without a clip; it counts as not passed. On {@code callsheet.work.scoring}.
     *
     * @param bound whether the prompt named the characters
     * @param code why, as in {@link Fact.TakeFailed}
     */
    record Unmade(
            RequestId requestId,
            TakeId takeId,
            TenantId tenant,
            String campaign,
            boolean bound,
            int attempt,
            String code)
            implements Work {
        public static final String TYPE = "dev.callsheet.work.unmade.v1";
    }

    /** A person has ruled on a take of a campaign; the machine's verdict stays beside it. On the same topic. */
    record Ruled(RequestId requestId, TakeId takeId, TenantId tenant, String campaign, Ruling ruling) implements Work {
        public static final String TYPE = "dev.callsheet.work.ruled.v1";
    }

    /**
     * A character's references are to be looked at and its prototype pinned. On {@code callsheet.work.scoring}, keyed
     * by the character.
     *
     * @param version from 1, each registration under the same name one more
     * @param until when what is kept of the character is deleted at the latest; null for the operator's time to live
     */
    record Enrolment(
            CharacterId characterId,
            TenantId tenant,
            int version,
            Character character,
            VideoRequest.@Nullable Consent consent,
            @Nullable Instant until)
            implements Work {
        public static final String TYPE = "dev.callsheet.work.enrolment.v1";
    }

    /** Consent is withdrawn: all that is known of the character's identity is to be deleted, its reports with it. */
    record Withdrawal(CharacterId characterId, TenantId tenant, String name, int version) implements Work {
        public static final String TYPE = "dev.callsheet.work.withdrawal.v1";
    }

    /**
     * Who should be seen. References are {@code s3://} or https addresses of pictures or clips.
     *
     * @param voice a sample of the voice that should be heard; null for none
     */
    record Character(
            String name,
            VideoRequest.Kind kind,
            List<String> references,
            @Nullable String voice) {
        public Character {
            references = List.copyOf(references);
        }

        public Character(String name, VideoRequest.Kind kind, List<String> references) {
            this(name, kind, references, null);
        }
    }
}
