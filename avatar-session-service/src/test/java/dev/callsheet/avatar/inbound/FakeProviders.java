package dev.callsheet.avatar.inbound;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the fake for a test class and hands it to its field of that type. */
public final class FakeProviders implements QuarkusTestResourceLifecycleManager {
    private @Nullable FakeLiveAvatar fake;

    @Override
    public Map<String, String> start() {
        fake = new FakeLiveAvatar();
        return Map.ofEntries(
                Map.entry("callsheet.liveavatar.url", fake.url()),
                Map.entry("callsheet.liveavatar.key", FakeLiveAvatar.KEY),
                Map.entry("callsheet.llm.url", fake.url() + "/v1"),
                Map.entry("callsheet.speech.url", fake.url() + "/v1"),
                Map.entry("callsheet.session.lease", "PT4S"),
                Map.entry("callsheet.session.sweep", "1s"),
                Map.entry("callsheet.session.full-for", "PT0.5S"),
                Map.entry("callsheet.session.close-retry", "PT1S"),
                Map.entry("callsheet.session.provider-keep-alive", "PT1S"),
                Map.entry("quarkus.websockets-next.server.auto-ping-interval", "500ms"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(fake, new TestInjector.MatchesType(FakeLiveAvatar.class));
    }

    @Override
    public void stop() {
        if (fake != null) {
            fake.close();
        }
    }
}
