package dev.callsheet.avatar.outbound.liveavatar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to go out over a line, in order, and what of it must never be heard again. An utterance that was interrupted
 * is dead: what waits of it is dropped, and if the provider begins to speak it all the same (its interrupt met chunks on
 * their way) the interrupt is repeated, and what was given since is given again. Pure; not thread-safe.
 */
final class Outgoing {
    private static final int REMEMBERED = 512;

    private final Deque<Message> waiting = new ArrayDeque<>();
    /** Event ids that have not ended, in order; with what was given for them while it may have to be given again. */
    private final Map<String, List<Message>> living = new LinkedHashMap<>();

    private final Map<String, String> eventIds = new LinkedHashMap<>();
    private final Set<String> dead = new LinkedHashSet<>();
    /** Something was interrupted, and nothing new has been spoken to its end since: the old may still come. */
    private boolean unsure;

    /** One message of the provider's protocol. */
    sealed interface Message {
        /** The format of all audio that follows on this connection. */
        record Format() implements Message {}

        record Audio(String eventId, byte[] pcm) implements Message {}

        record AudioEnd(String eventId) implements Message {}

        record Interrupt() implements Message {}
    }

    /** The line stands: the format is told before anything else. */
    void connected() {
        waiting.addFirst(new Message.Format());
    }

    void speak(String utterance, byte[] pcm) {
        String id = eventId(utterance);
        give(id, new Message.Audio(id, pcm));
    }

    void speakEnd(String utterance) {
        String id = eventId(utterance);
        give(id, new Message.AudioEnd(id));
    }

    /** Drops what waits, and whatever was given is dead. */
    void interrupt() {
        unsure |= !living.isEmpty();
        dead.addAll(living.keySet());
        living.clear();
        eventIds.clear();
        forgetOldest();
        dropAudio();
        waiting.addLast(new Message.Interrupt());
    }

    Optional<Message> next() {
        return Optional.ofNullable(waiting.pollFirst());
    }

    void clear() {
        waiting.clear();
        living.clear();
    }

    /** The provider speaks: the utterance, or empty if nobody must be told. */
    Optional<String> started(String eventId) {
        if (dead.contains(eventId)) {
            if (unsure || living.isEmpty()) {
                repeatInterrupt();
            }
            return Optional.empty();
        }
        String utterance = utterance(eventId);
        // They are spoken in their order: whatever was given before this one is over.
        if (living.containsKey(eventId)) {
            List.copyOf(living.keySet()).stream()
                    .takeWhile(id -> !id.equals(eventId))
                    .forEach(this::over);
        }
        return Optional.of(utterance);
    }

    /** The provider has spoken to the end: the utterance, or empty if nobody must be told. */
    Optional<String> ended(String eventId) {
        if (dead.contains(eventId)) {
            return Optional.empty();
        }
        String utterance = utterance(eventId);
        over(eventId);
        unsure = false;
        living.values().forEach(List::clear);
        return Optional.of(utterance);
    }

    private void over(String eventId) {
        living.remove(eventId);
        eventIds.values().remove(eventId);
    }

    private void give(String id, Message message) {
        var given = living.computeIfAbsent(id, key -> new ArrayList<>());
        if (unsure) {
            given.add(message);
        }
        waiting.addLast(message);
    }

    /** An interrupt takes away the new with the old: what lives is given once more after it. */
    private void repeatInterrupt() {
        dropAudio();
        waiting.addLast(new Message.Interrupt());
        living.values().forEach(waiting::addAll);
    }

    private void dropAudio() {
        waiting.removeIf(message -> message instanceof Message.Audio || message instanceof Message.AudioEnd);
    }

    /** The utterance's own name, unless an interrupted one had it: then a name that nobody had. */
    private String eventId(String utterance) {
        return eventIds.computeIfAbsent(utterance, name -> {
            String id = name;
            for (int again = 2; dead.contains(id); again++) {
                id = name + "~" + again;
            }
            return id;
        });
    }

    private String utterance(String eventId) {
        return eventIds.entrySet().stream()
                .filter(named -> named.getValue().equals(eventId))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(eventId);
    }

    private void forgetOldest() {
        var oldest = dead.iterator();
        for (int more = dead.size() - REMEMBERED; more > 0; more--) {
            oldest.next();
            oldest.remove();
        }
    }
}
