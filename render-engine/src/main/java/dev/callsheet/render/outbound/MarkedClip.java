package dev.callsheet.render.outbound;

import dev.callsheet.render.domain.Rendered;
import dev.callsheet.render.outbound.ProvenanceMark.Stamp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A clip on its way into the store, with its mark behind it. The mark's first byte is given away after the clip was seen
 * to be whole; a clip that cannot be marked fails before that, so that nothing is stored.
 */
final class MarkedClip extends InputStream {
    private final DigestInputStream hashed;
    private final WholeClip clip;
    private final Stamp stamp;
    private @Nullable Rendered rendered;
    private @Nullable InputStream mark;

    /** @param announced length in bytes without the mark, -1 if nobody said @param most longest allowed */
    MarkedClip(InputStream body, long announced, long most, Stamp stamp) {
        this.hashed = Sha256.of(body);
        this.clip = new WholeClip(hashed, announced, most);
        this.stamp = stamp;
    }

    /** Why this clip cannot be marked, as far as it has gone by; empty if it can, or is not to be. */
    Optional<String> obstacle() {
        return stamp.length() == 0 ? Optional.empty() : clip.obstacle();
    }

    WholeClip clip() {
        return clip;
    }

    /** The provider's part of it. @throws IOException if it has not gone by as a whole */
    Rendered rendered() throws IOException {
        clip.movie();
        if (rendered == null) {
            rendered = new Rendered(clip.bytes(), Sha256.hex(hashed));
        }
        return rendered;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (mark == null) {
            int count = clip.ended() ? -1 : clip.read(target, offset, length);
            Optional<String> obstacle = obstacle();
            if (obstacle.isPresent()) {
                throw new IOException("the clip cannot be marked: " + obstacle.get());
            }
            if (count >= 0) {
                return count;
            }
            mark = new ByteArrayInputStream(stamp.bytes(rendered()));
        }
        return mark.read(target, offset, length);
    }

    @Override
    public void close() throws IOException {
        clip.close();
    }
}
