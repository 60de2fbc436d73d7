package dev.callsheet.stack.supervisor;

import dev.callsheet.stack.Launcher;
import dev.callsheet.stack.PostgresPart;
import dev.callsheet.stack.StackFailure;

/** PostgreSQL with the services' schemas. */
record PostgresMember(StateFolder folder, Ports ports) implements Member {
    @Override
    public Place place() {
        return Place.POSTGRES;
    }

    @Override
    public Running start(Launcher launcher) {
        var data = folder.data(place().label());
        PostgresPart postgres = PostgresPart.kept(
                data, folder.root().resolve("programs/postgres"), folder.log(place().label()), ports.of(place()));
        ProcessHandle process = PostgresPart.postmaster(data)
                .orElseThrow(() -> new StackFailure("PostgreSQL has left no pid in " + data));
        return new Running(process, postgres::close);
    }
}
