package dev.callsheet.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.chaos.check.Snapshot.StoredObject;
import dev.callsheet.chaos.check.Violation.Kind;
import dev.callsheet.chaos.check.Whole.Wanted;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What only the whole house can break, planted in a house that is right. */
class WholeTest {
    private static final RequestId LIVE = RequestId.ofKey(Books.TENANT, "live");

    private final Books books = new Books();
    private final Map<UUID, String> desk = new HashMap<>(Map.of(
            Books.FINISHED.value(), "completed",
            Books.FAILED.value(), "failed",
            Books.CANCELLED.value(), "cancelled",
            Books.LATE.value(), "failed",
            LIVE.value(), "offered"));

    WholeTest() {
        books.tell(offer());
    }

    @Test
    void aHouseThatIsRightPasses() {
        assertThat(found()).isEmpty();
    }

    @Test
    void anOfferThatIsToldTwiceUnderOneIdIsOne() {
        books.facts.add(books.facts.getLast());

        assertThat(found()).isEmpty();
    }

    @Test
    void aMissingOfferIsFound() {
        books.facts.removeLast();

        assertThat(found()).containsExactly(Kind.OFFER_MISSING);
    }

    @Test
    void aSecondOfferIsFound() {
        Snapshot.Told told = books.facts.getLast();
        books.facts.add(new Snapshot.Told(told.partition(), "another", told.fact()));

        assertThat(found()).containsExactly(Kind.OFFER_TWICE);
    }

    @Test
    void aDeskThatShowsAnotherStateIsFound() {
        desk.put(Books.FINISHED.value(), "rendering");

        assertThat(found()).containsExactly(Kind.DESK_DIFFERS);
    }

    @Test
    void aDeskThatDoesNotKnowARequestIsFound() {
        desk.remove(Books.FAILED.value());

        assertThat(found()).containsExactly(Kind.DESK_DIFFERS);
    }

    @Test
    void anObjectUnderAnotherTenantsKeyIsFound() {
        String foreign = Books.folder(Books.FINISHED).replace("tenant/acme/", "tenant/birch/") + "clip.mp4";
        books.objects.put(foreign, new StoredObject(1, "x", null));

        // It belongs to no take either.
        assertThat(found()).containsExactlyInAnyOrder(Kind.KEY_OF_ANOTHER, Kind.OBJECT_ORPHAN);
    }

    private List<Kind> found() {
        return new Whole(books.snapshot(), wanted(), desk)
                .violations().stream().map(Violation::kind).toList();
    }

    private static List<Wanted> wanted() {
        return List.of(
                new Wanted(Books.FINISHED.value(), "acme", false),
                new Wanted(Books.FAILED.value(), "acme", false),
                new Wanted(Books.CANCELLED.value(), "acme", false),
                new Wanted(Books.LATE.value(), "acme", false),
                new Wanted(LIVE.value(), "acme", true));
    }

    private static Fact offer() {
        return new Fact.SessionOffered(SessionId.of(LIVE), LIVE, Books.TENANT, "avatar");
    }
}
