package dev.callsheet.media.door;

import java.util.stream.Stream;

/** Addresses that a user may give and nobody of ours may ask: each door is held against all of them. */
final class Inner {
    private Inner() {}

    static Stream<String> addresses() {
        return Stream.of(
                "http://169.254.169.254/latest/meta-data/",
                "https://10.0.0.8/a.png",
                "https://[::1]/a.png",
                "https://localhost/a.png",
                "https://2130706433/a.png",
                "https://[::ffff:127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "file:///etc/passwd",
                "gopher://a.example/",
                "https://user:word@a.example/a.png",
                "s3://callsheet/tenant/demo/media/a.png",
                "https://100.64.0.1/",
                "//a.example/a.png",
                "not an address");
    }
}
