package dev.callsheet.avatar.live;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/** By which name this process holds conversations: unlike that of any other, also of the one before it on this machine. */
@Singleton
public class ThisProcess {
    private final String name;

    ThisProcess() {
        this(host() + "/" + ProcessHandle.current().pid() + "/" + started());
    }

    ThisProcess(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static long started() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .orElseGet(System::currentTimeMillis);
    }
}
