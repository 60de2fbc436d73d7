package dev.callsheet.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * How often each model runs for one clip; the JVM counts (JDK Flight Recorder, {@code jdk.MethodTiming}), so that the scorer
 * needs no counter of its own.
 */
public record Calls(long detector, long mesh, long embedder) {
    private static final String EVENT = "jdk.MethodTiming";
    private static final String PACKAGE = "dev.callsheet.identity.onnx.";
    private static final String RUN = PACKAGE + "OnnxModel.run";
    private static final String INSPECT = PACKAGE + "OnnxFaces.inspect";
    private static final String EMBED = PACKAGE + "OnnxFaces.embed";

    /** Counts while the work runs. @throws IllegalStateException if a model was not seen to run at all */
    static Calls during(Spent.Work work) throws Exception {
        Path file = Files.createTempFile("callsheet-bench-", ".jfr");
        try (Recording recording = new Recording()) {
            recording
                    .enable(EVENT)
                    .with("period", "endChunk")
                    .with("filter", String.join(";", filter(RUN), filter(INSPECT), filter(EMBED)));
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
            return of(counted(file));
        } finally {
            Files.delete(file);
        }
    }

    /** @param counted by the method's name */
    static Calls of(Map<String, Long> counted) {
        long mesh = counted.getOrDefault(INSPECT, 0L);
        long embedder = counted.getOrDefault(EMBED, 0L);
        long detector = counted.getOrDefault(RUN, 0L) - mesh - embedder;
        if (mesh < 1 || embedder < 1 || detector < 1) {
            throw new IllegalStateException("the models' calls were not counted: " + counted);
        }
        return new Calls(detector, mesh, embedder);
    }

    private static String filter(String method) {
        int dot = method.lastIndexOf('.');
        return method.substring(0, dot) + "::" + method.substring(dot + 1);
    }

    private static Map<String, Long> counted(Path file) throws IOException {
        Map<String, Long> counted = new HashMap<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            // A profiler that runs beside us adds its own.
            if (!event.getEventType().getName().equals(EVENT)) {
                continue;
            }
            RecordedMethod method = event.getValue("method");
            String name = method.getType().getName() + "." + method.getName();
            // One run of a single input is told by both of the methods of that name.
            boolean inner = name.equals(RUN) && method.getDescriptor().startsWith("(Ljava/util/Map;");
            if (!inner) {
                counted.merge(name, event.getLong("invocations"), Long::sum);
            }
        }
        return counted;
    }
}
