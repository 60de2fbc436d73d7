package dev.callsheet.stack.program;

import dev.callsheet.stack.door.Web;
import dev.callsheet.stack.operators.Workers;
import dev.callsheet.stack.supervisor.House;
import dev.callsheet.stack.supervisor.Place;
import dev.callsheet.stack.supervisor.Ports;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command for those who run the house: with the operators' key, at the workers' own doors. */
abstract class OperatorCall implements Callable<Integer> {
    /** Which stack is meant. */
    abstract StateOption state();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** @return the exit code */
    abstract int call(Workers workers, PrintWriter out);

    @Override
    public Integer call() {
        Ports ports = state().running().places();
        try (var web = new Web(House.OPERATOR_KEY)) {
            return call(new Workers(web, ports), spec.commandLine().getOut());
        }
    }

    Ports ports() {
        return state().running().places();
    }

    CommandSpec spec() {
        return spec;
    }

    /** Workers by the route they serve; without a word all of them. */
    static List<Place> at(@Nullable String route) {
        return route == null
                ? Workers.ALL
                : Workers.ALL.stream()
                        .filter(worker -> worker.label().equals(route + "-worker"))
                        .toList();
    }

    /** A query of up to three parameters; what is null is left out. */
    static Map<String, @Nullable String> query(@Nullable String... namesAndValues) {
        Map<String, @Nullable String> query = new java.util.HashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            query.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return query;
    }
}
