package dev.callsheet.stack.supervisor;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.KafkaPart;
import dev.callsheet.stack.Launcher;
import java.util.List;

/** Kafka with the topics of the local tenant. */
record KafkaMember(StateFolder folder, Ports ports) implements Member {
    @Override
    public Place place() {
        return Place.KAFKA;
    }

    @Override
    public Running start(Launcher launcher) {
        KafkaPart kafka = KafkaPart.start(
                launcher,
                folder.data(place().label()),
                folder.log(place().label()),
                ports.of(Place.KAFKA),
                ports.of(Place.KAFKA_CONTROLLER),
                List.of(new TenantId(House.TENANT)));
        return new Running(kafka.process(), kafka::close);
    }
}
