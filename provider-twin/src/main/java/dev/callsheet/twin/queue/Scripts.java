package dev.callsheet.twin.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.callsheet.twin.TwinSettings;
import dev.callsheet.twin.queue.domain.fault.BadScript;
import dev.callsheet.twin.queue.domain.fault.FaultBoard;
import dev.callsheet.twin.queue.domain.fault.Script;
import dev.callsheet.twin.queue.domain.fault.ScriptReader;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;

/** Reads fault scripts, at the start from the file that the settings name. */
@ApplicationScoped
public class Scripts {

    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final FaultBoard board;
    private final TwinSettings settings;
    private final Clock clock;

    Scripts(FaultBoard board, TwinSettings settings, Clock clock) {
        this.board = board;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        settings.faults().script().ifPresent(file -> {
            try {
                load(Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException("twin.faults.script cannot be read: " + file, e);
            }
        });
    }

    /**
     * Puts a script to work in the place of the one before.
     *
     * @throws BadScript if it cannot be read; then the one before stays
     */
    public void load(String text) {
        board.load(parsed(text), clock.instant());
    }

    private Script parsed(String text) {
        try {
            return ScriptReader.read(yaml.readTree(text));
        } catch (JsonProcessingException e) {
            throw new BadScript("script", e.getOriginalMessage(), "YAML");
        }
    }
}
