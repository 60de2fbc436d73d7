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
        return Map.of(
                "callsheet.liveavatar.url", fake.url(),
                "callsheet.liveavatar.key", FakeLiveAvatar.KEY,
                "callsheet.llm.url", fake.url() + "/v1",
                "callsheet.speech.url", fake.url() + "/v1",
                "callsheet.session.lease", "PT2S",
                "callsheet.session.sweep", "0.3s",
                "callsheet.session.close-retry", "PT1S",
                "callsheet.session.provider-keep-alive", "PT1S",
                "quarkus.websockets-next.server.auto-ping-interval", "500ms");
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
