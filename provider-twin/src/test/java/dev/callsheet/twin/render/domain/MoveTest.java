package dev.callsheet.twin.render.domain;

import static dev.callsheet.twin.render.domain.Move.HOLD;
import static dev.callsheet.twin.render.domain.Move.PAN_LEFT;
import static dev.callsheet.twin.render.domain.Move.PAN_RIGHT;
import static dev.callsheet.twin.render.domain.Move.RACK_FOCUS;
import static dev.callsheet.twin.render.domain.Move.TILT_DOWN;
import static dev.callsheet.twin.render.domain.Move.TILT_UP;
import static dev.callsheet.twin.render.domain.Move.ZOOM_IN;
import static dev.callsheet.twin.render.domain.Move.ZOOM_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Slow pan left over the harbour           | PAN_LEFT
            The camera pans slowly to the right      | PAN_RIGHT
            panning from left to right               | PAN_RIGHT
            swiping pan from the right to the left   | PAN_LEFT
            Tilt up to the sky                       | TILT_UP
            the camera tilts gently downwards        | TILT_DOWN
            crane up over the roofs                  | TILT_UP
            Zoom in on her eyes                      | ZOOM_IN
            slow push in                             | ZOOM_IN
            dolly forward                            | ZOOM_IN
            a slow zoom                              | ZOOM_IN
            pull back to reveal the square           | ZOOM_OUT
            zooming out                              | ZOOM_OUT
            dolly out                                | ZOOM_OUT
            Rack focus from the cup to the window    | RACK_FOCUS
            the focus shifts to the man behind       | RACK_FOCUS
            static shot of a table                   | HOLD
            """)
    void oneMoveIsReadFromItsWords(String prompt, Move move) {
        assertThat(Move.in(prompt)).containsExactly(move);
    }

    @Test
    void severalMovesKeepTheirOrder() {
        assertThat(Move.in("Tilt down to the street, then pan right; at the end zoom out, rack focus."))
                .containsExactly(TILT_DOWN, PAN_RIGHT, ZOOM_OUT, RACK_FOCUS);
    }

    @Test
    void aPromptWithoutACameraHasNoMoves() {
        assertThat(Move.in("She left the room right after the music stopped, and company came in"))
                .isEmpty();
        assertThat(Move.in("no zoom, without panning left")).isEmpty();
    }

    @Test
    void aPathBeginsWithTheWholePictureAndNeverLeavesIt() {
        for (var moves : List.of(
                List.<Move>of(),
                List.of(PAN_LEFT, TILT_UP, ZOOM_IN),
                List.of(ZOOM_OUT, PAN_RIGHT, TILT_DOWN, RACK_FOCUS, HOLD))) {
            var path = CameraPath.of(moves);
            assertThat(path.keys().getFirst()).isEqualTo(new CameraPath.Key(0, 1, 0.5, 0.5));
            assertThat(path.keys().getLast().at()).isEqualTo(1);
            assertThat(path.keys()).allSatisfy(key -> {
                assertThat(key.x() - 0.5 / key.zoom()).isGreaterThan(-1e-9);
                assertThat(key.x() + 0.5 / key.zoom()).isLessThan(1 + 1e-9);
                assertThat(key.y() - 0.5 / key.zoom()).isGreaterThan(-1e-9);
                assertThat(key.y() + 0.5 / key.zoom()).isLessThan(1 + 1e-9);
            });
        }
    }
}
