package dev.callsheet.stack.program;

import java.io.PrintWriter;

/** Says at Ctrl-C that nothing was stopped, and how to look again. */
final class GoesOn implements AutoCloseable {
    private final Thread words;

    GoesOn(PrintWriter out, String command) {
        this.words = new Thread(() -> {
            out.println();
            out.println("It goes on. Look again with: " + command);
            out.flush();
        });
        Runtime.getRuntime().addShutdownHook(words);
    }

    /** From here on there is nothing to be said. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(words);
        } catch (IllegalStateException e) {
            // It is being said already.
        }
    }
}
