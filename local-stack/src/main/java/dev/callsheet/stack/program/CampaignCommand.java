package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.stack.door.CampaignWords;
import dev.callsheet.stack.door.Evidence;
import dev.callsheet.stack.door.IdentityDesk;
import dev.callsheet.stack.door.Web;
import dev.callsheet.stack.supervisor.House;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "campaign",
        description = "Shows how many takes of a campaign show the same character, and what an accepted clip has cost.",
        mixinStandardHelpOptions = true)
final class CampaignCommand implements Callable<Integer> {
    @Mixin
    private StateOption state = new StateOption();

    @Parameters(paramLabel = "NAME", description = "as requests name it")
    private String name = "";

    @Option(names = "--save", paramLabel = "DIR", description = "fetches report, sheet and page into this folder")
    private @Nullable Path save;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (var web = new Web(House.API_KEY)) {
            JsonNode campaign = new IdentityDesk(web, state.running().places()).campaign(name);
            CampaignWords.lines(campaign).forEach(out::println);
            Evidence evidence = CampaignWords.evidence(campaign);
            if (save == null) {
                evidence.lines().forEach(out::println);
                out.flush();
                return 0;
            }
            Evidence.Saved saved = evidence.save(web, save);
            saved.lines().forEach(out::println);
            out.flush();
            return saved.all() ? 0 : 1;
        }
    }
}
