package dev.callsheet.bench.renders;

import dev.callsheet.bench.machine.Program;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.peer.ProviderPeer;
import dev.callsheet.bench.peer.QueueStub;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.FreePorts;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** The stub of the provider's queue as a program of its own, with the controls that only we have. */
final class Provider implements AutoCloseable {
    private final Program program;
    private final int port;
    private final int controls;
    private final HttpClient http = HttpClient.newHttpClient();

    private Provider(Program program, int port, int controls) {
        this.program = program;
        this.port = port;
        this.controls = controls;
    }

    static Provider start(Programs programs, Certificate certificate, String name, int jobs) {
        List<Integer> ports = FreePorts.take(2);
        Program program = programs.peer(
                name,
                ProviderPeer.class,
                ports.get(0).toString(),
                ports.get(1).toString(),
                certificate.file().toString(),
                Certificate.WORD,
                Integer.toString(jobs));
        program.awaitReady(() -> FreePorts.isOpen(ports.get(0)) && FreePorts.isOpen(ports.get(1)));
        return new Provider(program, ports.get(0), ports.get(1));
    }

    Program program() {
        return program;
    }

    /** Where the queue is. @param part of the path before it; what it means stands in {@link ProviderPeer} */
    String queue(String part) {
        return "https://127.0.0.1:" + port + part;
    }

    QueueStub.Account account() throws InterruptedException {
        return ask("/account");
    }

    /** From now on the first jobs end. */
    void begin(int ends, int perSecond) throws InterruptedException {
        ask("/begin?ends=" + ends + "&perSecond=" + perSecond);
    }

    /** The worker of the first jobs is dead. @param at in milliseconds of this machine's clock */
    void died(long at, int jobs) throws InterruptedException {
        ask("/died?at=" + at + "&jobs=" + jobs);
    }

    private QueueStub.Account ask(String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + controls + path))
                .build();
        try {
            return Json.read(
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body(), QueueStub.Account.class);
        } catch (IOException e) {
            throw new StackFailure("the provider's stub: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        http.close();
        program.close();
    }
}
