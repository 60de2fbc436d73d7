package dev.callsheet.render.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Control.Unstoppable;
import dev.callsheet.contracts.Fact;
import dev.callsheet.render.domain.TakeState.Render;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table in the javadoc and the page in docs are what {@link Take#next} does: drawn from it, not from memory. */
class TakeTableGoldenTest {
    private static final Path PAGE = Path.of("../docs/take-states.md");
    private static final Path DRAWN = Path.of("target/take-states.md");
    private static final Path SOURCE = Path.of("src/main/java/dev/callsheet/render/domain/Take.java");
    private static final Fact.Clip CLIP = new Fact.Clip("s3://callsheet/clip.mp4", 10, 5, 1280, 720, "00");

    /** One line of the table. */
    private record Move(String from, String signal, String to, String money) {}

    @Test
    void theTableInTheJavadocIsWhatTheCodeDoes() throws IOException {
        String source = Files.readString(SOURCE);
        String table = source.substring(source.indexOf("<pre>") + 5, source.indexOf("</pre>"));

        List<String> written = table.lines()
                .map(line ->
                        line.replaceFirst("^ ?\\*", "").replaceFirst("^ ", "").stripTrailing())
                .filter(line -> !line.isBlank())
                .toList();

        assertThat(written).isEqualTo(javadoc());
    }

    @Test
    void thePageIsWhatTheCodeDoes() throws IOException {
        Files.createDirectories(DRAWN.getParent());
        Files.writeString(DRAWN, page());

        assertThat(PAGE)
                .as("if the change is meant, copy render-engine/%s to docs", DRAWN)
                .hasContent(page());
    }

    private static List<String> javadoc() {
        List<String> lines = new ArrayList<>();
        lines.add("from         signal      to           ledger");
        moves().forEach(move -> lines.add("%-12s %-11s %-12s %s"
                .formatted(move.from(), move.signal(), move.to(), move.money())
                .stripTrailing()));
        return lines;
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # A take's states

                Drawn from `Take.next` by a test that holds this page against the code. A signal that is not in the table changes
                nothing; unknown words of the provider, and words that go backwards, are no signal at all: the take is watched on.

                ```mermaid
                stateDiagram-v2
                    [*] --> queued: quoted
                """);
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        moves().forEach(move -> arrows.computeIfAbsent(
                        "    " + move.from() + " --> " + move.to() + ": ", _ -> new LinkedHashSet<>())
                .add(move.signal()));
        arrows.forEach((arrow, signals) ->
                page.append(arrow).append(String.join(", ", signals)).append('\n'));
        for (String end : List.of("finished", "failed", "cancelled")) {
            page.append("    ").append(end).append(" --> [*]\n");
        }
        page.append("```\n\n| from | signal | to | ledger |\n| --- | --- | --- | --- |\n");
        moves().forEach(move -> page.append(
                "| `%s` | %s | `%s` | %s |\n".formatted(move.from(), move.signal(), move.to(), move.money())));
        page.append("""

                - `Empty` (a success that names no clip) is read %d times before the take has failed, and is settled: it was charged.
                - `Unfetched` is tried %d times before the take has failed, and is settled.
                - `Ended` leads to `cancelled`, settled, if the tenant wanted the take stopped, the provider went on, and its clip is to
                  be dropped.
                - `Resolved` is an operator's word, from the bill, on a take whose end nobody can see.
                """.formatted(Take.EMPTY_READS, Take.FETCHES));
        return page.toString();
    }

    private static List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        for (Take take : takes()) {
            for (Signal signal : signals()) {
                Transition change = take.next(signal, Histories.START);
                if (change.take() != take) {
                    String money = change.entries().stream()
                            .map(entry -> entry.kind().word())
                            .collect(Collectors.joining(", "));
                    moves.add(new Move(
                            take.state().word(),
                            signal.getClass().getSimpleName(),
                            change.take().state().word(),
                            money));
                }
            }
        }
        return moves.stream().distinct().toList();
    }

    private static List<Signal> signals() {
        return List.of(
                new Signal.Cancel("stop"),
                new Signal.Intended(),
                new Signal.Accepted("job"),
                new Signal.NotTaken("503"),
                new Signal.Refused("code", "400", false),
                new Signal.Ambiguous("cut"),
                new Signal.Late("late"),
                new Signal.Ended(),
                new Signal.Empty(),
                new Signal.Stopped("200"),
                new Signal.GoesOn("405", Unstoppable.KEEP),
                new Signal.Resolved(true, "on the bill"),
                new Signal.Resolved(false, "not on the bill"),
                new Signal.Stored(CLIP, List.of()),
                new Signal.Unfetched("404"));
    }

    /** Every state, and those of its forms that move otherwise. */
    private static List<Take> takes() {
        Take rendering = Histories.after(new Signal.Intended(), new Signal.Accepted("job"));
        Render render = new Render("job", Histories.START);
        List<TakeState> states = List.of(
                new TakeState.Queued(0),
                new TakeState.Submitting(Histories.START, 0),
                new TakeState.Unsure(Histories.START, Histories.START),
                new TakeState.Rendering(render, 0),
                new TakeState.Rendering(render, Take.EMPTY_READS - 1),
                new TakeState.Rendering(new Render("job", Histories.START, Unstoppable.DROP), 0),
                new TakeState.Wedged(render),
                new TakeState.Fetching(render, Histories.START, 0),
                new TakeState.Fetching(render, Histories.START, Take.FETCHES - 1),
                new TakeState.Finished(CLIP),
                new TakeState.Failed("code", "message", false, false),
                new TakeState.Cancelled(0));
        assertThat(states.stream().map(TakeState::kind).distinct()).hasSize(TakeState.Word.values().length);
        return states.stream()
                .map(state -> new Take(
                        rendering.id(),
                        rendering.requestId(),
                        rendering.tenant(),
                        null,
                        1,
                        rendering.model(),
                        null,
                        Histories.PRICE,
                        Histories.START,
                        null,
                        3,
                        state))
                .toList();
    }
}
