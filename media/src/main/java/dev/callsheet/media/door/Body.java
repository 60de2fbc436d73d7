package dev.callsheet.media.door;

import dev.callsheet.media.MediaFormat;
import dev.callsheet.media.MediaRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/** Keeps the content of one answer, if it is what was wanted. */
final class Body {
    private final Wanted wanted;
    private final Path target;

    Body(Wanted wanted, Path target) {
        this.wanted = wanted;
        this.target = target;
    }

    /** Our own disk, not the user's server. */
    static final class DiskFailed extends IOException {
        private DiskFailed(IOException cause) {
            super("a fetched file cannot be written", cause);
        }
    }

    Fetched keep(ClassicHttpResponse answer) throws IOException {
        Header encoding = answer.getFirstHeader("Content-Encoding");
        if (encoding != null && !encoding.getValue().equalsIgnoreCase("identity")) {
            throw MediaRefused.unreachable("the answer is compressed; media are read as they are");
        }
        if (answer.getEntity() == null) {
            throw MediaRefused.unreachable("the answer is empty");
        }
        checkType(answer.getFirstHeader("Content-Type"));
        checkSize(answer.getEntity().getContentLength(), wanted.most());
        // Is not closed here: closing would read on to the end of an endless answer.
        InputStream in = answer.getEntity().getContent();
        try (OutputStream out = written()) {
            return copy(in, out);
        }
    }

    private OutputStream written() throws DiskFailed {
        try {
            return Files.newOutputStream(target);
        } catch (IOException e) {
            throw new DiskFailed(e);
        }
    }

    private Fetched copy(InputStream in, OutputStream out) throws IOException {
        byte[] head = in.readNBytes(MediaFormat.HEAD_BYTES);
        MediaFormat format = MediaFormat.of(head)
                .filter(found -> wanted.mostBytes().containsKey(found.kind()))
                .orElseThrow(() -> MediaRefused.mismatch("the bytes are no " + kinds() + " that is known"));
        long most = wanted.mostBytes().get(format.kind());
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (int n = copied(head, buffer); n >= 0; n = in.read(buffer)) {
            total += n;
            checkSize(total, most);
            digest.update(buffer, 0, n);
            try {
                out.write(buffer, 0, n);
            } catch (IOException e) {
                throw new DiskFailed(e);
            }
        }
        return new Fetched(format, total, HexFormat.of().formatHex(digest.digest()));
    }

    private static int copied(byte[] head, byte[] buffer) {
        System.arraycopy(head, 0, buffer, 0, head.length);
        return head.length;
    }

    /** A page that says that the file is elsewhere must not pass for the file. */
    private void checkType(@org.jspecify.annotations.Nullable Header stated) {
        String type = stated == null
                ? ""
                : stated.getValue().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        boolean open = type.isEmpty() || type.endsWith("/octet-stream") || type.equals("application/mp4");
        boolean fits = wanted.mostBytes().keySet().stream()
                .anyMatch(kind -> type.startsWith(kind.name().toLowerCase(Locale.ROOT) + "/"));
        if (!open && !fits) {
            String shown = type.matches("[a-z0-9.+/-]{1,60}") ? "'" + type + "'" : "another";
            throw MediaRefused.mismatch("the answer says that it is of the type " + shown + "; wanted is " + kinds());
        }
    }

    private static void checkSize(long bytes, long most) {
        if (bytes > most) {
            throw MediaRefused.unreachable("the file has more than the allowed " + most + " bytes");
        }
    }

    private String kinds() {
        return wanted.mostBytes().keySet().stream()
                .sorted()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
