package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.door.CharacterWords;
import dev.callsheet.stack.door.IdentityDesk;
import dev.callsheet.stack.door.Uploads;
import dev.callsheet.stack.door.Web;
import dev.callsheet.stack.supervisor.House;
import dev.callsheet.stack.supervisor.Ports;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "character",
        description = "Registers who is to stay the same over many clips: references, consent, a pinned prototype.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {
            CharacterCommand.Add.class,
            CharacterCommand.All.class,
            CharacterCommand.Show.class,
            CharacterCommand.Withdraw.class
        })
final class CharacterCommand {
    private CharacterCommand() {}

    /** What all of them need. */
    abstract static class Call implements Callable<Integer> {
        @Mixin
        private StateOption state = new StateOption();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        abstract int call(IdentityDesk desk, Uploads uploads, PrintWriter out);

        @Override
        public Integer call() {
            Ports ports = state.running().places();
            try (var web = new Web(House.API_KEY)) {
                PrintWriter out = spec.commandLine().getOut();
                int code = call(new IdentityDesk(web, ports), new Uploads(web, ports), out);
                out.flush();
                return code;
            }
        }

        static void print(CharacterWords words, JsonNode character, PrintWriter out) {
            out.println(words.line(character));
            words.remarks(character).forEach(out::println);
        }
    }

    @Command(
            name = "add",
            description = "Registers a character, or its next version, and waits until its references were looked at.",
            mixinStandardHelpOptions = true)
    static final class Add extends Call {
        @Parameters(paramLabel = "NAME", description = "as prompts name it: @{NAME}")
        private String name = "";

        @Option(
                names = "--reference",
                required = true,
                arity = "1..*",
                paramLabel = "FILE",
                description = "up to five pictures or clips: files of this machine, or addresses")
        private List<String> references = List.of();

        @Option(
                names = "--kind",
                description = "human, character or object (default: ${DEFAULT-VALUE})",
                defaultValue = "human")
        private String kind = "human";

        @Option(names = "--consent", paramLabel = "ID", description = "the consent's id as you keep it")
        private @Nullable String consent;

        @Option(names = "--subject", description = "who consents (default: NAME)")
        private @Nullable String subject;

        @Option(names = "--voice", paramLabel = "FILE", description = "a sample of the voice that should be heard")
        private @Nullable String voice;

        @Option(names = "--seconds", description = "how long to wait (default: ${DEFAULT-VALUE})", defaultValue = "120")
        private int seconds;

        @Override
        int call(IdentityDesk desk, Uploads uploads, PrintWriter out) {
            Map<String, String> files = new HashMap<>();
            JsonNode asked = desk.register(Json.write(body(uploads, files)));
            JsonNode character = desk.lookedAt(name, asked.path("version").asInt(), Duration.ofSeconds(seconds));
            print(new CharacterWords(files), character, out);
            return CharacterWords.isReady(character) ? 0 : 1;
        }

        private Map<String, Object> body(Uploads uploads, Map<String, String> files) {
            boolean consented = consent != null || subject != null;
            List<Map<String, Object>> media = new ArrayList<>();
            for (String reference : references) {
                String address = uploads.address(reference);
                files.put(last(address), last(reference));
                Map<String, Object> medium = medium(address, consented && kind.equals("human"));
                Uploads.kind(reference).ifPresent(type -> medium.put("type", type));
                media.add(medium);
            }
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("name", name);
            body.put("kind", kind);
            body.put("references", media);
            if (voice != null) {
                body.put("voice", medium(uploads.address(voice), consented));
            }
            if (consented) {
                body.put("consent", given());
            }
            return body;
        }

        /** @param realPerson whether a consent is given for it */
        private static Map<String, Object> medium(String address, boolean realPerson) {
            Map<String, Object> medium = new LinkedHashMap<>();
            medium.put("uri", address);
            if (realPerson) {
                medium.put("realPerson", true);
            }
            return medium;
        }

        private Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (consent != null) {
                given.put("id", consent);
            }
            given.put("subject", subject == null ? name : subject);
            given.put("scope", voice == null ? List.of("face") : List.of("face", "voice"));
            return given;
        }

        private static String last(String address) {
            return String.valueOf(Path.of(address).getFileName());
        }
    }

    @Command(name = "list", description = "All characters of the tenant.", mixinStandardHelpOptions = true)
    static final class All extends Call {
        @Override
        int call(IdentityDesk desk, Uploads uploads, PrintWriter out) {
            desk.characters()
                    .path("characters")
                    .forEach(character -> out.println(new CharacterWords().line(character)));
            return 0;
        }
    }

    @Command(
            name = "show",
            description = "A character with what is to be known of its references.",
            mixinStandardHelpOptions = true)
    static final class Show extends Call {
        @Parameters(paramLabel = "NAME")
        private String name = "";

        @Override
        int call(IdentityDesk desk, Uploads uploads, PrintWriter out) {
            JsonNode character = desk.character(name);
            print(new CharacterWords(), character, out);
            character
                    .path("references")
                    .forEach(reference ->
                            out.println("  from     " + reference.path("uri").asText()));
            return 0;
        }
    }

    @Command(
            name = "withdraw",
            description = "Takes the consent back: prototype, embeddings and the reports that show the character are"
                    + " deleted.",
            mixinStandardHelpOptions = true)
    static final class Withdraw extends Call {
        @Parameters(paramLabel = "NAME")
        private String name = "";

        @Override
        int call(IdentityDesk desk, Uploads uploads, PrintWriter out) {
            print(new CharacterWords(), desk.withdraw(name), out);
            return 0;
        }
    }
}
