package dev.callsheet.render.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.domain.Origin;
import dev.callsheet.render.domain.Rendered;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class XmpMarkTest {
    private static final TakeId TAKE = TakeId.of(Marks.REQUEST, 1);
    private static final Rendered RENDERED = new Rendered(12_345, "a".repeat(64));

    @Test
    void theBoxIsWhatReadersOfXmpLookFor() {
        byte[] box = Marks.stamp(TAKE).bytes(RENDERED);

        assertThat(ByteBuffer.wrap(box).getInt()).isEqualTo(box.length);
        assertThat(new String(box, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("uuid");
        assertThat(HexFormat.of().withUpperCase().formatHex(box, 8, 24)).isEqualTo("BE7ACFCB97A942E89C71999491E3AFAC");
        assertThat(new String(box, 24, box.length - 24, StandardCharsets.UTF_8))
                .startsWith("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>")
                .contains("Iptc4xmpExt:DigitalSourceType="
                        + "\"http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia\"")
                .contains("xmp:CreatorTool=\"Callsheet\"")
                .endsWith("<?xpacket end=\"r\"?>" + " ".repeat(14));
    }

    @Test
    void whatIsWrittenIsReadWhateverTheNamesAre() {
        Origin origin = new Origin(
                Marks.REQUEST, TAKE, "a<b>&\"'\u00e9", Marks.PROMPT_SHA256, "s3://callsheet/tenant/a&b/manifest.json");

        byte[] box = new XmpMark().of(origin).bytes(RENDERED);

        assertThat(read(box))
                .contains(new XmpPacket(
                        "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
                        "Callsheet",
                        origin,
                        RENDERED));
    }

    @Test
    void theLengthIsKnownBeforeTheClip() {
        for (long bytes : new long[] {0, 9, 1 << 30, Long.MAX_VALUE}) {
            assertThat(Marks.stamp(TAKE).bytes(new Rendered(bytes, "b".repeat(64))))
                    .hasSize(Marks.stamp(TAKE).length());
        }
    }

    @Test
    void whatIsDamagedOrForeignSaysNothing() {
        byte[] box = Marks.stamp(TAKE).bytes(RENDERED);
        for (int length : new int[] {8, 20, 24, 100, box.length - 60}) {
            assertThat(read(Arrays.copyOf(box, length))).as("%d bytes", length).isEmpty();
        }
        assertThat(read(changed(box, "takeId", "takeIt"))).isEmpty();
        assertThat(read(changed(box, "<x:xmpmeta", "<!DOCTYPE "))).isEmpty();
        byte[] another = box.clone();
        another[8] ^= 1;
        assertThat(read(another)).isEmpty();
    }

    private static byte[] changed(byte[] box, String from, String to) {
        return new String(box, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Optional<XmpPacket> read(byte[] box) {
        return XmpMark.read(Arrays.copyOfRange(box, 8, box.length));
    }
}
