package dev.callsheet.bench.peer;

import dev.callsheet.render.outbound.ClipStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;

/** Reads every object to its end and keeps nothing. */
final class DiscardingStore implements ClipStore {
    @Override
    public String bucket() {
        return "callsheet";
    }

    @Override
    public void put(String key, String contentType, long length, InputStream content) throws IOException {
        content.transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public InputStream open(String key) throws IOException {
        throw new NoSuchFileException(key);
    }

    @Override
    public long size(String key) throws IOException {
        throw new NoSuchFileException(key);
    }

    @Override
    public boolean ready() {
        return true;
    }
}
