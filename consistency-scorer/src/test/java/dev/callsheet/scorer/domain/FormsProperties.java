package dev.callsheet.scorer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.measure.Prototype;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FormsProperties {
    @Property(tries = 200)
    void aPortraitComesBackAsItWas(@ForAll("portraits") KeptPortrait portrait) {
        KeptPortrait back = KeptPortrait.of(portrait.bytes());

        assertThat(back.model()).isEqualTo(portrait.model());
        assertThat(back.embedding().values()).isEqualTo(portrait.embedding().values());
    }

    @Property(tries = 200)
    void aPrototypeComesBackAsItWasButWithoutPictures(@ForAll("prototypes") KeptPrototype kept) {
        KeptPrototype back = KeptPrototype.of(kept.bytes());

        assertThat(back.model()).isEqualTo(kept.model());
        assertThat(back.prototype().mean().values())
                .isEqualTo(kept.prototype().mean().values());
        assertThat(back.prototype().singles()).hasSameSizeAs(kept.prototype().singles());
        for (int i = 0; i < back.prototype().singles().size(); i++) {
            Prototype.Single was = kept.prototype().singles().get(i);
            Prototype.Single is = back.prototype().singles().get(i);
            assertThat(is.label()).isEqualTo(was.label());
            assertThat(is.hash()).isEqualTo(was.hash());
            assertThat(is.still()).isNull();
            assertThat(is.embedding().values()).isEqualTo(was.embedding().values());
        }
    }

    @Property(tries = 200)
    void bytesThatAreCutShortOrGoOnAreRefused(
            @ForAll("prototypes") KeptPrototype kept, @ForAll @IntRange(max = 100) int percent) {
        byte[] whole = kept.bytes();
        byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100 - (percent == 100 ? 1 : 0));
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);

        assertThatThrownBy(() -> KeptPrototype.of(cut)).isInstanceOf(UnknownForm.class);
        assertThatThrownBy(() -> KeptPrototype.of(longer)).isInstanceOf(UnknownForm.class);
    }

    @Property(tries = 50)
    void anotherFormIsNotGuessedAt(
            @ForAll("portraits") KeptPortrait portrait, @ForAll @IntRange(min = 2, max = 255) int form) {
        byte[] bytes = portrait.bytes();
        bytes[0] = (byte) form;

        assertThatThrownBy(() -> KeptPortrait.of(bytes)).isInstanceOf(UnknownForm.class);
    }

    @Provide
    Arbitrary<KeptPortrait> portraits() {
        return Combinators.combine(texts(), embeddings()).as(KeptPortrait::new);
    }

    @Provide
    Arbitrary<KeptPrototype> prototypes() {
        Arbitrary<Prototype.Single> single = Combinators.combine(texts(), embeddings(), Arbitraries.longs())
                .as((label, embedding, hash) -> new Prototype.Single(label, null, embedding, hash));
        Arbitrary<List<Prototype.Single>> singles = single.list().ofMaxSize(6);
        return Combinators.combine(texts(), embeddings(), singles)
                .as((model, mean, all) -> new KeptPrototype(model, new Prototype(mean, all)));
    }

    private static Arbitrary<String> texts() {
        // Without lone surrogates, which no UTF-8 can hold.
        return Arbitraries.strings().withCharRange('\u0000', '\ud7ff').ofMaxLength(80);
    }

    private static Arbitrary<Embedding> embeddings() {
        return Arbitraries.floats().array(float[].class).ofMaxSize(130).map(Embedding::new);
    }
}
