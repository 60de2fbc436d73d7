package dev.callsheet.media.door;

import dev.callsheet.media.MediaRefused;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Decides for one address whether it may be asked, and at which machines. Each redirect comes here again. */
final class Gate {
    private static final int MOST_ADDRESSES = 2;
    private static final int LONGEST = 4096;

    private final DoorSettings settings;
    private final Names names;

    Gate(DoorSettings settings, Names names) {
        this.settings = settings;
        this.names = names;
    }

    /** An address that may be asked. @param machines the only ones that the connection may go to */
    record Admitted(URI uri, String host, List<InetAddress> machines) {}

    /** @throws MediaRefused if it may not */
    Admitted admit(URI uri, Duration left) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw MediaRefused.unreachable("found the scheme '" + shown(scheme) + "'; allowed is https");
        }
        if (uri.getRawUserInfo() != null) {
            throw MediaRefused.unreachable("the address holds a user name; give one without");
        }
        if (host == null || uri.toString().length() > LONGEST) {
            throw MediaRefused.unreachable("the address names no host, or is longer than " + LONGEST + " characters");
        }
        boolean listed = listed(host, uri.getPort());
        if (scheme.equals("http") && !settings.plainHttp() && !listed) {
            throw MediaRefused.unreachable("the address is http; allowed is https");
        }
        List<InetAddress> machines = machines(host, left);
        if (!listed && !machines.stream().allMatch(PublicAddress::is)) {
            throw MediaRefused.unreachable("the host '" + shown(host)
                    + "' is not in the public network; give an address that anyone can reach");
        }
        return new Admitted(uri, host, machines.subList(0, Math.min(MOST_ADDRESSES, machines.size())));
    }

    private boolean listed(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        return settings.hosts().contains(name) || settings.hosts().contains(name + ":" + port);
    }

    private List<InetAddress> machines(String host, Duration left) {
        String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        // A resolver cannot be interrupted; it is left behind when its time is up.
        CompletableFuture<List<InetAddress>> asked = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                asked.complete(names.addresses(plain));
            } catch (UnknownHostException | RuntimeException e) {
                asked.completeExceptionally(e);
            }
        });
        try {
            long patience = Math.min(left.toMillis(), settings.connect().toMillis());
            List<InetAddress> found = asked.get(patience, TimeUnit.MILLISECONDS);
            if (!found.isEmpty()) {
                return found;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | CompletionException | TimeoutException e) {
            // Said below: the user can do the same about either.
        }
        throw MediaRefused.forNow("the host '" + shown(host) + "' cannot be found; check its spelling");
    }

    private static String shown(String text) {
        String plain = text.replaceAll("[^\\p{Graph}]", "?");
        return plain.length() <= 80 ? plain : plain.substring(0, 80) + "...";
    }
}
