package dev.callsheet.render;

import dev.callsheet.render.outbound.ClipStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A store that forgets everything at the end. */
public final class MemoryStore implements ClipStore {
    public final Map<String, byte[]> objects = new ConcurrentHashMap<>();

    @Override
    public String bucket() {
        return "callsheet";
    }

    @Override
    public void put(String key, String contentType, long length, InputStream content) throws IOException {
        byte[] bytes = content.readAllBytes();
        if (length >= 0 && length != bytes.length) {
            throw new IOException("announced were " + length + " bytes, " + bytes.length + " came");
        }
        objects.put(key, bytes);
    }

    @Override
    public InputStream open(String key) throws IOException {
        return new ByteArrayInputStream(bytes(key));
    }

    @Override
    public long size(String key) throws IOException {
        return bytes(key).length;
    }

    @Override
    public boolean ready() {
        return true;
    }

    private byte[] bytes(String key) throws NoSuchFileException {
        byte[] bytes = objects.get(key);
        if (bytes == null) {
            throw new NoSuchFileException(key);
        }
        return bytes;
    }
}
