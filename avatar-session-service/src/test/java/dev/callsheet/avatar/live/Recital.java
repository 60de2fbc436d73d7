package dev.callsheet.avatar.live;

import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.line.AvatarLine;
import dev.callsheet.conversation.pipeline.Conversation;
import dev.callsheet.conversation.pipeline.Told;
import dev.callsheet.conversation.pipeline.Viewer;
import dev.callsheet.conversation.turn.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;

/** A conversation that writes down what it is told to do. It is always between two sentences. */
final class Recital implements Conversation {
    final List<String> log = new CopyOnWriteArrayList<>();
    private final Set<Viewer> viewers = new CopyOnWriteArraySet<>();

    @Override
    public void join(Viewer viewer, String after) {
        viewers.add(viewer);
        viewer.tell("1", new Told.Hello(false));
    }

    @Override
    public void leave(Viewer viewer) {
        viewers.remove(viewer);
    }

    @Override
    public void say(Input input) {
        log.add("say " + input.inputId());
    }

    @Override
    public void interrupt() {
        log.add("interrupt");
    }

    @Override
    public void speechBegan(Instant at) {}

    @Override
    public void speechDropped() {}

    @Override
    public void tell(Told told) {
        log.add("tell " + told.getClass().getSimpleName());
        viewers.forEach(viewer -> viewer.tell("2", told));
    }

    @Override
    public void use(int leg, AvatarLine line) {
        log.add("use " + leg);
    }

    @Override
    public void heard(int leg, AvatarEvent event) {}

    @Override
    public void whenQuiet(Duration patience, Runnable then) {
        then.run();
    }

    @Override
    public void farewell(String sentence, Runnable then) {
        log.add("farewell");
        then.run();
    }

    @Override
    public void close(String reason) {
        log.add("close " + reason);
        viewers.forEach(viewer -> viewer.tell("3", new Told.SessionEnded(reason)));
    }

    @Override
    public void release() {
        log.add("release");
    }

    @Override
    public boolean idle() {
        return true;
    }

    @Override
    public boolean watched() {
        return !viewers.isEmpty();
    }
}
