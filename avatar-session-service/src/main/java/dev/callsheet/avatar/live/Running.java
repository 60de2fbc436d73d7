package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.Leg;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.pipeline.Conversation;
import dev.callsheet.conversation.pipeline.Viewer;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A conversation that this process holds, with the leg over which it speaks. */
final class Running {
    private final SessionOrder order;
    private final Conversation conversation;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    /** How often in a row the line broke. */
    final AtomicInteger breaks = new AtomicInteger();
    /** One change of legs at a time. */
    final AtomicBoolean changing = new AtomicBoolean();
    /** What the avatar is, is said once. */
    final AtomicBoolean disclosed = new AtomicBoolean();
    /** The closing sentence is said once. */
    final AtomicBoolean leaving = new AtomicBoolean();

    private volatile Leg.Live leg;
    private volatile Instant notBefore = Instant.MIN;
    private volatile Instant lookAgain = Instant.MIN;
    private volatile boolean over;
    private int awaited;
    private CountDownLatch ready = new CountDownLatch(0);

    Running(SessionOrder order, Conversation conversation, Leg.Live leg) {
        this.order = order;
        this.conversation = conversation;
        this.leg = leg;
    }

    SessionId id() {
        return order.sessionId();
    }

    SessionOrder order() {
        return order;
    }

    Conversation conversation() {
        return conversation;
    }

    Set<Viewer> viewers() {
        return viewers;
    }

    Leg.Live leg() {
        return leg;
    }

    void leg(Leg.Live next) {
        leg = next;
    }

    /** Before then its end cannot come near. */
    Instant lookAgain() {
        return lookAgain;
    }

    void lookAgain(Instant at) {
        lookAgain = at;
    }

    /** It is not held here any more. */
    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }

    /** After a failure to change legs: when the next try may be. */
    Instant notBefore() {
        return notBefore;
    }

    void notBefore(Instant at) {
        notBefore = at;
    }

    /** From now on viewers are counted who are ready for a leg's picture. */
    synchronized void await(int number) {
        awaited = number;
        ready = new CountDownLatch(viewers.size());
    }

    synchronized void ready(int number) {
        if (number == awaited) {
            ready.countDown();
        }
    }

    /** Returns when all viewers are ready, or after this time. */
    void ready(long millis) throws InterruptedException {
        CountDownLatch all;
        synchronized (this) {
            all = ready;
        }
        if (!all.await(millis, TimeUnit.MILLISECONDS)) {
            synchronized (this) {
                awaited = 0;
            }
        }
    }
}
