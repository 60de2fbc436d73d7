package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.TablesContract;
import java.time.Clock;
import java.time.ZoneOffset;

class MemoryTablesTest extends TablesContract {
    @Override
    protected Tables tables() {
        var store = new MemoryStore(Clock.fixed(NOW, ZoneOffset.UTC));
        return new Tables(store, store, store, store);
    }
}
