package dev.callsheet.avatar.live.show;

import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.line.AvatarLine;
import dev.callsheet.conversation.pipeline.Conversation;
import dev.callsheet.conversation.pipeline.Told;
import dev.callsheet.conversation.pipeline.Viewer;
import dev.callsheet.conversation.turn.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Speaks what it is given for as long as the test says; takes words once. */
final class FakeConversation implements Conversation {
    final List<Input> said = new ArrayList<>();
    final List<Told> told = new ArrayList<>();
    final List<String> farewells = new ArrayList<>();
    boolean busy;

    @Override
    public void join(Viewer viewer, String after) {}

    @Override
    public void leave(Viewer viewer) {}

    @Override
    public void say(Input input) {
        if (said.stream().noneMatch(one -> one.inputId().equals(input.inputId()))) {
            said.add(input);
            busy = true;
        }
    }

    @Override
    public void interrupt() {}

    @Override
    public void speechBegan(Instant at) {}

    @Override
    public void speechDropped() {}

    @Override
    public void tell(Told what) {
        told.add(what);
    }

    @Override
    public void use(int leg, AvatarLine line) {}

    @Override
    public void heard(int leg, AvatarEvent event) {}

    @Override
    public void whenQuiet(Duration patience, Runnable then) {
        then.run();
    }

    @Override
    public void farewell(String sentence, Runnable then) {
        farewells.add(sentence);
        then.run();
    }

    @Override
    public void close(String reason) {}

    @Override
    public void release() {}

    @Override
    public boolean idle() {
        return !busy;
    }

    @Override
    public boolean watched() {
        return false;
    }
}
