package dev.callsheet.stack.supervisor;

import dev.callsheet.stack.Launcher;

/** One program of the stack, as the supervisor knows it. */
interface Member {
    Place place();

    /** Starts it and returns when it is ready; leaves nothing behind if it fails. */
    Running start(Launcher launcher);

    /**
     * A started program.
     *
     * @param ending ends it and waits for its end
     */
    record Running(ProcessHandle process, Runnable ending) {
        void stop() {
            ending.run();
        }
    }
}
