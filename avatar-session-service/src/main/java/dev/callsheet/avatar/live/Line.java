package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.Leg;
import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.line.AvatarLine;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The open way to one leg's avatar. */
final class Line {
    private final Leg.Live leg;
    /** Whether it came to stand. */
    private final CompletableFuture<Boolean> stands = new CompletableFuture<>();

    private volatile boolean broken;
    private volatile @Nullable AvatarLine avatar;

    Line(Leg.Live leg) {
        this.leg = leg;
    }

    Leg.Live leg() {
        return leg;
    }

    int number() {
        return leg.number();
    }

    AvatarLine avatar() {
        return Objects.requireNonNull(avatar);
    }

    void avatar(AvatarLine opened) {
        avatar = opened;
    }

    boolean isBroken() {
        return broken;
    }

    void heard(AvatarEvent event) {
        switch (event) {
            case AvatarEvent.Connected _ -> stands.complete(true);
            case AvatarEvent.Stopped _, AvatarEvent.Lost _ -> {
                broken = true;
                stands.complete(false);
            }
            case AvatarEvent.Started _, AvatarEvent.Ended _ -> {
                // Nothing about the line.
            }
        }
    }

    /** Waits until the avatar takes audio; false if it does not in this time. */
    boolean stands(long millis) {
        try {
            return stands.get(millis, TimeUnit.MILLISECONDS) && !broken;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
