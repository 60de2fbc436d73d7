package dev.callsheet.conversation.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class EarProperties {
    /** However the sound is cut into messages, the same is said. */
    @Property(tries = 200)
    void messagesOfAnyLengthSayTheSame(
            @ForAll("lengths") List<Integer> stretches, @ForAll("cuts") @Size(min = 1, max = 20) List<Integer> cuts) {
        byte[] sound = sound(stretches);
        Mic whole = listening();
        Mic torn = listening();

        for (int from = 0; from < sound.length; from += 640) {
            whole.send(Arrays.copyOfRange(sound, from, Math.min(sound.length, from + 640)));
        }
        int at = 0;
        for (int i = 0; at < sound.length; i++) {
            int to = Math.min(sound.length, at + cuts.get(i % cuts.size()));
            torn.send(Arrays.copyOfRange(sound, at, to));
            at = to;
        }

        assertThat(torn.utterances).hasSameSizeAs(whole.utterances);
        for (int i = 0; i < whole.utterances.size(); i++) {
            assertThat(torn.utterances.get(i)).isEqualTo(whole.utterances.get(i));
        }
    }

    /** Whatever happens, a beginning is followed by one end, and ends do not come without a beginning. */
    @Property(tries = 300)
    void eachBeginningHasOneEnd(@ForAll("deeds") @Size(max = 60) List<Integer> deeds) {
        Mic mic = new Mic();
        for (int deed : deeds) {
            switch (deed) {
                case 0 -> mic.ear.openMicrophone();
                case 1 -> mic.ear.closeMicrophone();
                case 2 -> mic.ear.startTalking();
                case 3 -> mic.ear.stopTalking();
                case 4 -> mic.silence(0.7);
                case 5 -> mic.send(new byte[] {1});
                default -> mic.speak(deed * 0.05);
            }
        }
        mic.ear.stopTalking();
        mic.ear.closeMicrophone();

        int open = 0;
        for (String told : mic.told) {
            open += told.startsWith("began") ? 1 : told.startsWith("heard") || told.equals("dropped") ? -1 : 0;
            assertThat(open).isBetween(0, 1);
        }
        assertThat(open).isZero();
    }

    @Provide
    Arbitrary<List<Integer>> lengths() {
        return Arbitraries.integers().between(20, 1500).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 9000).list();
    }

    @Provide
    Arbitrary<List<Integer>> deeds() {
        return Arbitraries.integers().between(0, 14).list();
    }

    private static Mic listening() {
        Mic mic = new Mic();
        mic.ear.openMicrophone();
        return mic;
    }

    /** Loud and silent stretches of these lengths (ms) in turn, and silence. */
    private static byte[] sound(List<Integer> stretches) {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < stretches.size(); i++) {
            out.writeBytes(Mic.pcm(stretches.get(i) * 16, i % 2 == 0 ? 8000 : 0));
        }
        out.writeBytes(Mic.pcm(16_000, 0));
        return out.toByteArray();
    }
}
