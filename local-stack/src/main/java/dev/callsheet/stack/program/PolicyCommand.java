package dev.callsheet.stack.program;

import dev.callsheet.contracts.Json;
import dev.callsheet.routing.policy.PolicyEdition;
import dev.callsheet.routing.policy.PolicyFile;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.plan.PolicyDifference;
import dev.callsheet.stack.plan.RequestLog;
import dev.callsheet.stack.supervisor.Place;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
        name = "policy",
        description = "Looks after the routing policy.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {PolicyCommand.Show.class, PolicyCommand.Check.class, PolicyCommand.Diff.class})
final class PolicyCommand {
    private static final String BUILT_IN = "built-in";

    private PolicyCommand() {}

    private static PolicyEdition edition(String named) {
        return named.equals(BUILT_IN) ? PolicyFile.read(PolicyFile.builtIn()) : PolicyFile.load(Path.of(named));
    }

    @Command(
            name = "show",
            description = "Prints the built-in policy, to be changed and given to callsheet.policy.file.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            spec.commandLine().getOut().print(new String(PolicyFile.builtIn(), StandardCharsets.UTF_8));
            spec.commandLine().getOut().flush();
            return 0;
        }
    }

    @Command(name = "check", description = "Says whether a policy is a possible one.", mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Parameters(paramLabel = "FILE")
        private String file = "";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            PolicyEdition edition = edition(file);
            spec.commandLine()
                    .getOut()
                    .println("policy " + edition.version() + " (" + edition.hash() + ") is possible; "
                            + edition.tenants().size() + " tenants differ");
            return 0;
        }
    }

    @Command(
            name = "diff",
            description = "Decides the requests on the log again, by each policy at the request's own time, and prints"
                    + " whose route, cost or time would change.",
            mixinStandardHelpOptions = true)
    static final class Diff implements Callable<Integer> {
        @Mixin
        private StateOption state = new StateOption();

        @Parameters(index = "0", paramLabel = "OLD", description = "a policy file, or built-in")
        private String old = "";

        @Parameters(index = "1", paramLabel = "NEW", description = "a policy file, or built-in")
        private String next = "";

        @Option(
                names = "--since",
                description = "how far back, as 7d, 12h or 30m (default: ${DEFAULT-VALUE})",
                defaultValue = "7d")
        private String since = "7d";

        @Option(names = "--bootstrap", description = "the Kafka to read (default: the running stack's)")
        private @Nullable String bootstrap;

        @Option(names = "--json", description = "one changed request a line")
        private boolean json;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            var difference = new PolicyDifference(edition(old), edition(next));
            Instant begin = Instant.now().minus(duration(since));
            int[] changed = {0};
            int noEvents = new RequestLog(bootstrap == null ? running() : bootstrap)
                    .since(
                            begin,
                            (tenant, event, time) -> difference
                                    .look(tenant, event, time)
                                    .forEach(change -> {
                                        changed[0]++;
                                        out.println(json ? line(change) : text(change));
                                    }));
            if (!json) {
                out.println(changed[0] + " of " + difference.requests() + " requests since " + begin
                        + " would be decided otherwise; " + (noEvents + difference.unreadable())
                        + " records are no requests");
            }
            out.flush();
            return 0;
        }

        private String running() {
            return "127.0.0.1:" + state.running().places().of(Place.KAFKA);
        }

        private static String text(PolicyDifference.Change change) {
            return change.tenant() + "  " + change.id() + "  " + String.join("; ", change.what());
        }

        private static String line(PolicyDifference.Change change) {
            return Json.text(Map.of(
                    "tenant", change.tenant().value(),
                    "id", change.id().toString(),
                    "what", change.what(),
                    "before", change.before(),
                    "after", change.after()));
        }

        private static Duration duration(String text) {
            try {
                long count = Long.parseLong(text, 0, text.length() - 1, 10);
                return switch (text.charAt(text.length() - 1)) {
                    case 'd' -> Duration.ofDays(count);
                    case 'h' -> Duration.ofHours(count);
                    case 'm' -> Duration.ofMinutes(count);
                    default -> throw new StackFailure("--since " + text + ": expected as 7d, 12h or 30m");
                };
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw new StackFailure("--since " + text + ": expected as 7d, 12h or 30m", e);
            }
        }
    }
}
