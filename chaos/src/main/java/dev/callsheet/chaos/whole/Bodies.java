package dev.callsheet.chaos.whole;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.chaos.load.RequestMix;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is asked for on each route. */
final class Bodies {
    static final String I2V = "i2v";
    static final String R2V = "r2v";
    static final String AVATAR = "avatar";

    /** How often a character may be tried. */
    static final int TAKES = 2;

    private final Path examples;

    /** @param examples the folder of that name */
    Bodies(Path examples) {
        this.examples = examples;
    }

    byte[] of(String route, TenantId tenant, int number) {
        return Json.write(
                switch (route) {
                    case I2V -> picture(tenant, number);
                    case R2V -> character(number);
                    case AVATAR -> stream(number);
                    default -> throw new IllegalArgumentException("no route: " + route);
                });
    }

    private static ObjectNode picture(TenantId tenant, int number) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("prompt", "slow zoom, shot " + number);
        request.putArray("media")
                .addObject()
                .put("role", "firstFrame")
                .put("uri", "s3://callsheet/tenant/" + tenant + "/media/" + RequestMix.STORED_FRAME);
        request.putObject("output").put("resolution", "720P").put("seconds", 2);
        return request;
    }

    private ObjectNode character(int number) {
        ObjectNode request = example("r2v.json");
        request.put("prompt", "@{mia} walks along the harbour, shot " + number);
        request.put("campaign", "harbour-" + number % 3);
        request.put("maxTakes", TAKES);
        ((ObjectNode) request.get("output")).put("seconds", 2);
        return request;
    }

    private ObjectNode stream(int number) {
        ObjectNode request = example("avatar.json");
        request.put("prompt", "Greets viewers of stream " + number + ".");
        return request;
    }

    private ObjectNode example(String name) {
        try {
            return (ObjectNode) Json.read(Files.readAllBytes(examples.resolve(name)));
        } catch (IOException e) {
            throw new StackFailure(examples.resolve(name) + " cannot be read", e);
        }
    }
}
