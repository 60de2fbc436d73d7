package dev.callsheet.render.outbound;

import dev.callsheet.render.domain.Mp4Probe;
import dev.callsheet.render.domain.Rendered;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.Optional;

/**
 * A stored clip, read whole once and in bounded memory.
 *
 * @param start its first bytes, as many as were asked for or there are
 * @param mark what its last box says, if that is a mark
 * @param markAt where that box begins; its length if there is none
 */
record StoredFile(
        long bytes,
        String sha256,
        Rendered start,
        Optional<Mp4Probe.Movie> movie,
        Optional<XmpPacket> mark,
        long markAt) {
    private static final int PART_BYTES = 64 << 10;

    /** @param start how many bytes at its start are hashed by themselves */
    static StoredFile read(InputStream content, long start) throws IOException {
        var probe = new Mp4Probe();
        DigestInputStream all = Sha256.of(content);
        DigestInputStream first = Sha256.of(all);
        long left = start;
        long bytes = 0;
        byte[] part = new byte[PART_BYTES];
        while (true) {
            int count = left > 0 ? first.read(part, 0, (int) Math.min(left, part.length)) : all.read(part);
            if (count < 0) {
                break;
            }
            probe.feed(part, 0, count);
            bytes += count;
            left -= Math.min(left, count);
        }
        Optional<Mp4Probe.Trailer> trailer = probe.trailer();
        Optional<XmpPacket> mark = trailer.flatMap(last -> XmpMark.read(last.content()));
        return new StoredFile(
                bytes,
                Sha256.hex(all),
                new Rendered(Math.min(start, bytes), Sha256.hex(first)),
                probe.movie(),
                mark,
                mark.isPresent() ? trailer.get().at() : bytes);
    }
}
