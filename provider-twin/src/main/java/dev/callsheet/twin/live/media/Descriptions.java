package dev.callsheet.twin.live.media;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits for what the engine does with session descriptions; it answers on its own threads. */
final class Descriptions {
    private static final long WAIT_SECONDS = 5;

    private Descriptions() {}

    /** @throws AvatarStream.NotAdmitted if it failed or takes too long */
    static <T extends @Nullable Object> T await(CompletableFuture<T> future) {
        try {
            return future.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AvatarStream.NotAdmitted("the description cannot be used: "
                    + String.valueOf(e.getCause() == null ? null : e.getCause().getMessage()));
        } catch (TimeoutException e) {
            throw new AvatarStream.NotAdmitted("no description within " + WAIT_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AvatarStream.NotAdmitted("interrupted");
        }
    }

    static final class Created implements CreateSessionDescriptionObserver {
        private final CompletableFuture<RTCSessionDescription> made = new CompletableFuture<>();

        RTCSessionDescription get() {
            return await(made);
        }

        @Override
        public void onSuccess(RTCSessionDescription description) {
            made.complete(description);
        }

        @Override
        public void onFailure(String error) {
            made.completeExceptionally(new IllegalArgumentException(error));
        }
    }

    static final class Done implements SetSessionDescriptionObserver {
        private final CompletableFuture<@Nullable Void> set = new CompletableFuture<>();

        void get() {
            await(set);
        }

        @Override
        public void onSuccess() {
            set.complete(null);
        }

        @Override
        public void onFailure(String error) {
            set.completeExceptionally(new IllegalArgumentException(error));
        }
    }
}
