package dev.callsheet.routing.decision;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;

/**
 * Whether a host, as written, can be a public one: names inside a network and literal addresses that are not globally
 * routable (IANA special-purpose registries) are not. Where a name leads is checked again by whoever fetches.
 */
final class PublicHost {
    private static final List<String> INNER_ZONES =
            List.of(".localhost", ".local", ".internal", ".lan", ".home.arpa", ".svc", ".test", ".invalid");

    private PublicHost() {}

    static boolean is(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[")) {
            return literal(name.substring(1, name.length() - 1));
        }
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (last.isEmpty() || Character.isDigit(last.charAt(0))) {
            return literal(name);
        }
        return name.contains(".") && INNER_ZONES.stream().noneMatch(name::endsWith);
    }

    private static boolean literal(String text) {
        try {
            // Decimal, octal and hexadecimal forms are what a C library would accept, so they are read alike.
            return routable(text.indexOf(':') >= 0 ? InetAddress.ofLiteral(text) : Inet4Address.ofPosixLiteral(text));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean routable(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return switch (address) {
            case Inet4Address _ ->
                first != 0
                        && first < 240
                        && !(first == 100 && second >= 64 && second < 128)
                        && !(first == 192 && second == 0 && (bytes[2] == 0 || bytes[2] == 2))
                        && !(first == 198 && (second == 18 || second == 19));
            // Only global unicast, and of that no form that wraps an IPv4 address (6to4, Teredo and documentation).
            case Inet6Address _ ->
                first >= 0x20
                        && first < 0x40
                        && !(first == 0x20 && second == 0x02)
                        && !(first == 0x20 && second == 0x01 && (bytes[2] & 0xff) < 2)
                        && !(first == 0x20 && second == 0x01 && bytes[2] == 0x0d && (bytes[3] & 0xff) == 0xb8);
            default -> false;
        };
    }
}
