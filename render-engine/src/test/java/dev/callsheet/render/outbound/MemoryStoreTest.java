package dev.callsheet.render.outbound;

import dev.callsheet.render.MemoryStore;

class MemoryStoreTest extends ClipStoreContract {
    private final MemoryStore store = new MemoryStore();

    @Override
    protected ClipStore store() {
        return store;
    }
}
