package dev.callsheet.avatar.outbound.moderation;

import dev.callsheet.conversation.comments.Moderator;
import dev.callsheet.conversation.comments.WordList;
import dev.callsheet.conversation.line.Work;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The moderator of the house: the list of words first, and what it allows is shown to the endpoint, if there is one. */
@Singleton
class Moderation implements Moderator {
    private static final String BUILT_IN = "words.txt";

    private final WordList words;
    private final Optional<OpenAiModeration> endpoint;

    Moderation(ModerationAccess access) {
        List<String> entries = new ArrayList<>(access.words().orElse(List.of()));
        entries.addAll(entries(access.file()));
        this.words = new WordList(entries);
        this.endpoint = access.url()
                .map(url -> new OpenAiModeration(url, access.key().orElse(""), access.model(), access.timeout()));
    }

    @Override
    public Work judge(List<String> texts, Sink sink) {
        var verdicts = new ArrayList<>(texts.stream().map(words::judge).toList());
        int[] open = IntStream.range(0, texts.size())
                .filter(i -> verdicts.get(i).allowed())
                .toArray();
        if (endpoint.isEmpty() || open.length == 0) {
            sink.verdicts(verdicts);
            return () -> {};
        }
        return endpoint.get().judge(IntStream.of(open).mapToObj(texts::get).toList(), new Sink() {
            @Override
            public void verdicts(List<Verdict> judged) {
                for (int i = 0; i < open.length; i++) {
                    verdicts.set(open[i], judged.get(i));
                }
                sink.verdicts(verdicts);
            }

            @Override
            public void failed(String code, String message) {
                sink.failed(code, message);
            }
        });
    }

    @PreDestroy
    void close() {
        endpoint.ifPresent(OpenAiModeration::close);
    }

    private static List<String> entries(Optional<String> file) {
        try (InputStream text = file.isPresent()
                ? Files.newInputStream(Path.of(file.get()))
                : Objects.requireNonNull(Moderation.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("callsheet.moderation.file: cannot be read", e);
        }
    }
}
