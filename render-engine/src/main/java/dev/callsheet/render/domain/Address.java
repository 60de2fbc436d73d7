package dev.callsheet.render.domain;

import dev.callsheet.contracts.TenantId;
import java.net.URI;
import java.util.Locale;

/** Where an input lies, and so how it gets to the provider. */
public sealed interface Address {

    /** The provider reads it itself. */
    record Public(String uri) implements Address {}

    /** In our store; is uploaded to the provider. @param key inside the bucket */
    record Stored(String key) implements Address {}

    /**
     * Reads an address. Only https is handed on; from our store a tenant reaches its own objects and no others.
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
        if (scheme.equals("https") && parsed.getHost() != null && parsed.getUserInfo() == null) {
            return new Public(uri);
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
