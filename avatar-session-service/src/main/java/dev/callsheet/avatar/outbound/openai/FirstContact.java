package dev.callsheet.avatar.outbound.openai;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Greets the endpoints as the service starts, so that no first turn waits for handshakes and class loading. */
@Singleton
class FirstContact {
    private static final Logger LOG = Logger.getLogger(FirstContact.class);

    private final List<Endpoint> endpoints;

    FirstContact(OpenAiChat chat, OpenAiSpeech speech, OpenAiTranscriber transcriber) {
        endpoints = List.of(chat.endpoint(), speech.endpoint(), transcriber.endpoint());
    }

    void greet(@Observes StartupEvent start) {
        for (Endpoint endpoint : endpoints) {
            endpoint.greet()
                    .onSuccess(status -> {
                        if (status == 401 || status == 403) {
                            LOG.warnf("the %s service does not accept its key (%d)", endpoint.kind(), status);
                        }
                    })
                    .onFailure(trouble -> LOG.debugf("the %s service is not there yet: %s", endpoint.kind(), trouble));
        }
    }
}
