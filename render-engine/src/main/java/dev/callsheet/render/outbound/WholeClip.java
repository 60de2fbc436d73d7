package dev.callsheet.render.outbound;

import dev.callsheet.render.domain.Mp4Probe;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A clip on its way into the store. Its last bytes are only given away once all of it has been seen to be a whole MP4
 * file of the announced length: whoever reads it fails before it is done, and stores nothing.
 */
final class WholeClip extends FilterInputStream {
    private final Mp4Probe probe = new Mp4Probe();
    private final long announced;
    private final long most;
    private long bytes;

    /** @param announced length in bytes, -1 if nobody said @param most longest allowed */
    WholeClip(InputStream in, long announced, long most) {
        super(in);
        this.announced = announced;
        this.most = most;
    }

    long bytes() {
        return bytes;
    }

    /** Whether all announced bytes have come. */
    boolean ended() {
        return bytes == announced;
    }

    /** What stands against adding a box at the end of what came; empty for nothing. */
    Optional<String> obstacle() {
        return probe.obstacle();
    }

    /** @throws IOException if what came is not a whole MP4 file */
    Mp4Probe.Movie movie() throws IOException {
        if (announced >= 0 && announced != bytes) {
            throw new IOException("announced were " + announced + " bytes, " + bytes + " came");
        }
        return probe.movie().orElseThrow(() -> new IOException("what came is no whole MP4 file (" + bytes + " bytes)"));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
            probe.feed(target, offset, count);
            bytes += count;
            if (bytes > most) {
                throw new IOException("the clip has more than " + most + " bytes");
            }
        }
        // Who knows the length does not ask for the end.
        if (count < 0 || ended()) {
            movie();
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
