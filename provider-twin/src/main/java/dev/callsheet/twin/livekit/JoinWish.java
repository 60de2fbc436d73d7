package dev.callsheet.twin.livekit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for in the query of its socket's address.
 *
 * @param sid of the participant that wants to go on after its socket was cut; empty for a new one
 */
record JoinWish(String token, String sid) {

    static JoinWish of(@Nullable String query) {
        Map<String, String> asked = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                asked.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        boolean again = asked.getOrDefault("reconnect", "0").equals("1");
        return new JoinWish(asked.getOrDefault("access_token", ""), again ? asked.getOrDefault("sid", "") : "");
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
