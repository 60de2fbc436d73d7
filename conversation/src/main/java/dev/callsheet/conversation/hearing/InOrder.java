package dev.callsheet.conversation.hearing;

import dev.callsheet.conversation.line.Work;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transcriptions under way: what was said first is told first, whatever is ready first. Thread-safe. */
final class InOrder implements AutoCloseable {
    private final Deque<Place> places = new ArrayDeque<>();
    private boolean telling;
    private boolean closed;

    /** One transcription's place in the order. */
    final class Place {
        private @Nullable Work work;
        private @Nullable Runnable told;

        /** The work that will settle it. */
        void by(Work started) {
            boolean late;
            synchronized (InOrder.this) {
                work = started;
                late = closed;
            }
            if (late) {
                started.close();
            }
        }

        /** What is told when its turn comes; only the first counts. */
        void settle(Runnable tell) {
            synchronized (InOrder.this) {
                if (told != null || closed) {
                    return;
                }
                told = tell;
            }
            tellAll();
        }
    }

    synchronized Place next() {
        var place = new Place();
        places.add(place);
        return place;
    }

    synchronized int size() {
        return places.size();
    }

    private void tellAll() {
        for (Runnable tell = first(); tell != null; tell = first()) {
            try {
                tell.run();
            } finally {
                told();
            }
        }
    }

    private synchronized @Nullable Runnable first() {
        var place = places.peekFirst();
        if (telling || place == null || place.told == null || closed) {
            return null;
        }
        places.removeFirst();
        telling = true;
        return place.told;
    }

    private synchronized void told() {
        telling = false;
    }

    /** Stops all that is under way; nothing more is told. */
    @Override
    public void close() {
        List<Work> open = new ArrayList<>();
        synchronized (this) {
            closed = true;
            for (Place place : places) {
                if (place.work != null && place.told == null) {
                    open.add(place.work);
                }
            }
            places.clear();
        }
        open.forEach(Work::close);
    }
}
