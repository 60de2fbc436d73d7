package dev.callsheet.media.door;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where names lead. */
@FunctionalInterface
interface Names {
    /** @param host a name or a literal address, IPv6 without brackets */
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
