package dev.callsheet.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback address. */
public final class FreePorts {
    /** Below the range that systems give to outgoing connections, so that none of those takes the port meanwhile. */
    private static final int FROM = 20_000;

    private static final int TO = 32_000;

    private FreePorts() {}

    /** Distinct ports on which nobody listens now. */
    public static List<Integer> take(int count) {
        Set<Integer> found = new LinkedHashSet<>();
        for (int tries = 0; found.size() < count; tries++) {
            if (tries > 10_000) {
                throw new StackFailure("no free port between " + FROM + " and " + TO);
            }
            int port = ThreadLocalRandom.current().nextInt(FROM, TO);
            if (isFree(port)) {
                found.add(port);
            }
        }
        return new ArrayList<>(found);
    }

    /** Whether a server could listen there. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a server listens there. */
    public static boolean isOpen(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 250);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
