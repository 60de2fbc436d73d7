package dev.callsheet.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private static final Duration LENGTH = Duration.ofMinutes(1);

    @Test
    void aRenewalInTimeGoesOnWithTheSameTerm() {
        Lease lease = new Lease(LENGTH);
        lease.renewed(System.nanoTime());
        Lease.Term term = lease.term();

        lease.renewed(System.nanoTime());

        assertThat(lease.term()).isSameAs(term);
        assertThat(term.held()).isTrue();
    }

    @Test
    void aTermThatHasLapsedDoesNotComeBackWithTheNextRenewal() {
        Lease lease = new Lease(LENGTH);
        lease.renewed(System.nanoTime() - LENGTH.multipliedBy(2).toNanos());
        Lease.Term lapsed = lease.term();

        lease.renewed(System.nanoTime());

        assertThat(lease.held()).isTrue();
        assertThat(lapsed.held()).as("others may have taken over between").isFalse();
    }

    @Test
    void theLastFifthOfALeaseIsNoTimeToBeginAnything() {
        Lease lease = new Lease(LENGTH);

        lease.renewed(System.nanoTime() - LENGTH.multipliedBy(5).dividedBy(6).toNanos());

        assertThat(lease.held()).isFalse();
    }
}
