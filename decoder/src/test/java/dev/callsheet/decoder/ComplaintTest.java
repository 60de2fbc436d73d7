package dev.callsheet.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[hls @ 0x557816c55500] Format not on whitelist 'mov,mp4' | it is of the kind hls, which is not decoded",
                "[mpegts,m2ts @ 0x5578] Format not on whitelist 'mov' | it is of the kind mpegts, which is not decoded",
                "[dirac @ 0x5611] Codec (dirac) not on whitelist 'h264' | it is coded as dirac, which is not decoded",
                "[png @ 0x1] [IMGUTILS @ 0x2] Picture size 65535x65535 is invalid | its picture is too large: 65535x65535; at most 32000000 pixels are decoded",
                "[h264 @ 0x1] [IMGUTILS @ 0x2] Picture size 0x0 is invalid | its picture has no size",
                "Error opening output files: Cannot allocate memory | it needs more memory than a decoder may take; give it smaller, 1080p is enough",
                "[mov,mp4,m4a,3gp,3g2,mj2 @ 0x56420cab7f40] moov atom not found | it is cut off: its index is missing",
                "fd:: Invalid data found when processing input | it is damaged, cut off, or of a kind that is not decoded"
            })
    void thePersonReadsWhatIsWrongWithTheFile(String complaint, String reason) {
        assertThat(new Complaint(complaint).reason()).isEqualTo("the file cannot be decoded: " + reason);
    }

    @Test
    void aPictureThatIsTooLargeIsSaidSoAlthoughOtherLinesFollow() {
        String complaint = """
                [h264 @ 0x55] [IMGUTILS @ 0x7f] Picture size 9000x9000 exceeds specified max pixel count 32000000
                [h264 @ 0x55] [IMGUTILS @ 0x7f] Picture size 0x0 is invalid
                [h264 @ 0x55] get_buffer() failed
                fd:: Invalid data found when processing input
                """;

        assertThat(new Complaint(complaint).reason()).contains("too large: 9000x9000");
    }

    @Test
    void nothingOfTheFileIsRepeated() {
        String complaint = "[mov @ 0x55] Unknown box '<script>' in /home/someone/clip.mp4 at http://evil.example\n";

        assertThat(new Complaint(complaint).reason()).doesNotContain("script", "/", "evil", "0x");
    }
}
