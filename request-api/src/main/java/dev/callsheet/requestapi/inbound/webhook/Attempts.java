package dev.callsheet.requestapi.inbound.webhook;

import dev.callsheet.requestapi.domain.webhook.Answer;
import dev.callsheet.requestapi.domain.webhook.Outcome;
import dev.callsheet.requestapi.domain.webhook.Perseverance;
import dev.callsheet.requestapi.outbound.webhook.Due;
import dev.callsheet.requestapi.outbound.webhook.Results;
import dev.callsheet.requestapi.outbound.webhook.Sender;
import dev.callsheet.requestapi.outbound.webhook.WebhookSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes one attempt: sends, judges the answer, writes it down. What is killed in between is sent again under its id. */
@ApplicationScoped
class Attempts {
    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final int LONGEST_WORDS = 200;

    private final Sender sender;
    private final Results results;
    private final WebhookMetrics metrics;
    private final Clock clock;
    private final RandomGenerator random;
    private final Perseverance perseverance;

    Attempts(
            Sender sender,
            Results results,
            WebhookMetrics metrics,
            WebhookSettings settings,
            Clock clock,
            RandomGenerator random) {
        this.sender = sender;
        this.results = results;
        this.metrics = metrics;
        this.clock = clock;
        this.random = random;
        this.perseverance = new Perseverance(settings.disableAfter(), settings.retryAfterAtMost());
    }

    /** Returns within the timeout. @throws RuntimeException if it cannot be written down; it is then made again */
    void make(Due due) {
        Instant begun = clock.instant();
        long start = System.nanoTime();
        Answer answer = sender.send(due, begun);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Outcome outcome =
                perseverance.after(answer, due.tries(), due.failingSince(), begun.plus(took), random.nextDouble());
        results.record(due, answer, outcome, begun, took, words(answer));
        metrics.attempted(outcome);
        switch (outcome) {
            case Outcome.Delivered _, Outcome.Again _ -> LOG.debugf("%s: %s", due, outcome);
            case Outcome.GivenUp _ -> LOG.infof("%s is given up after %d attempts", due, due.attempt());
            case Outcome.Disable(String reason) -> LOG.warnf("webhook %s is disabled: %s", due.webhookId(), reason);
        }
    }

    /** In one line of what can be shown. */
    private static @Nullable String words(Answer answer) {
        if (!(answer instanceof Answer.Status(var _, var _, String words)) || words.isBlank()) {
            return null;
        }
        String plain =
                words.replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]+", " ").strip();
        return plain.substring(0, Math.min(LONGEST_WORDS, plain.length()));
    }
}
