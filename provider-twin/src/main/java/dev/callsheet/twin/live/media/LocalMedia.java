package dev.callsheet.twin.live.media;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Session descriptions for media on one address. The engine gathers no loopback candidate by itself: its sockets listen
 * on every address, so a description may name the one that viewers reach.
 */
final class LocalMedia {
    private static final String CANDIDATE = "a=candidate:";
    private static final int ADDRESS = 4;

    private LocalMedia() {}

    /** The other side's description without its candidates: its address is learnt from its first packet. */
    static String withoutCandidates(String sdp) {
        return join(lines(sdp).filter(line -> !line.startsWith(CANDIDATE)).toList());
    }

    /** Our description with every IPv4 candidate at this host and no IPv6 ones. */
    static String described(String sdp, String host) {
        return join(lines(sdp)
                .filter(line -> !line.startsWith(CANDIDATE) || !address(line).contains(":"))
                .map(line -> line.startsWith(CANDIDATE) ? at(line, host) : line)
                .toList());
    }

    /** True if the description has a candidate. */
    static boolean reachable(String sdp) {
        return sdp.contains(CANDIDATE);
    }

    private static String at(String line, String host) {
        String[] words = line.split(" ");
        words[ADDRESS] = host;
        return String.join(" ", words);
    }

    private static String address(String line) {
        String[] words = line.split(" ");
        return words.length > ADDRESS ? words[ADDRESS] : "";
    }

    private static java.util.stream.Stream<String> lines(String sdp) {
        return sdp.lines().filter(line -> !line.isBlank());
    }

    private static String join(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
