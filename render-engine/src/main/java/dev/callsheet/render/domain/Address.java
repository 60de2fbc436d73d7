package dev.callsheet.render.domain;

import dev.callsheet.contracts.TenantId;
import java.net.URI;
import java.util.Locale;

/** Where an input lies, and so how it gets to the provider. */
public sealed interface Address {

    /** The provider reads it itself. */
    record Public(String uri) implements Address {}

    /** Only we may be able to read it, if at all: what the door lets through is uploaded to the provider. */
    record Plain(String uri) implements Address {}

    /** In our store; is uploaded to the provider. @param key inside the bucket */
    record Stored(String key) implements Address {}

    /**
     * Reads an address. Https may be handed on; http never is; from our store a tenant reaches its own objects and no others.
     *
     * @throws Unrenderable for any other address
     */
    static Address of(String uri, String bucket, TenantId tenant) {
        URI parsed;
        try {
            parsed = URI.create(uri);
        } catch (IllegalArgumentException e) {
            throw unreachable(uri, "an https or s3 address");
        }
        String scheme = parsed.getScheme() == null ? "" : parsed.getScheme().toLowerCase(Locale.ROOT);
        boolean web = parsed.getHost() != null && parsed.getUserInfo() == null;
        if (web && scheme.equals("https")) {
            return new Public(uri);
        }
        if (web && scheme.equals("http")) {
            return new Plain(uri);
        }
        if (scheme.equals("s3")) {
            String prefix = "s3://" + bucket + "/tenant/" + tenant + "/";
            if (uri.startsWith(prefix) && !uri.contains("/../")) {
                return new Stored(uri.substring(("s3://" + bucket + "/").length()));
            }
            throw unreachable(uri, "the tenant's own objects, " + prefix + "...");
        }
        throw unreachable(uri, "an https or s3 address");
    }

    private static Unrenderable unreachable(String uri, String allowed) {
        String shown = uri.length() > 120 ? uri.substring(0, 120) + "..." : uri;
        return new Unrenderable("MEDIA_UNREACHABLE", "media uri: found '" + shown + "'; allowed is " + allowed);
    }
}
