package dev.callsheet.media.door;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Which addresses belong to the public network: not one of the blocks that IANA keeps for special purposes. */
final class PublicAddress {
    private static final List<Block> NOT_PUBLIC_4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            // With 169.254.169.254, where clouds tell a machine its keys.
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            // Public by its number, but one cloud's own host on every machine.
            "168.63.129.16/32");

    private static final List<Block> PUBLIC_6 = blocks("2000::/3");
    /** Protocol assignments with Teredo, documentation, and 6to4, which wraps an IPv4 address. */
    private static final List<Block> NOT_PUBLIC_6 = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddress() {}

    private record Block(byte[] prefix, int bits) {
        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                if (((address[bit / 8] ^ prefix[bit / 8]) & 0x80 >> bit % 8) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4
                ? NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(bytes))
                : PUBLIC_6.stream().anyMatch(block -> block.holds(bytes))
                        && NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(bytes));
    }

    private static List<Block> blocks(String... texts) {
        return Arrays.stream(texts)
                .map(text -> {
                    int slash = text.indexOf('/');
                    byte[] prefix =
                            InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
                    return new Block(prefix, Integer.parseInt(text, slash + 1, text.length(), 10));
                })
                .toList();
    }
}
