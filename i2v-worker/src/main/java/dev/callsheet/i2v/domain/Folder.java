package dev.callsheet.i2v.domain;

import dev.callsheet.contracts.TenantId;
import java.util.Optional;

/** A folder in our store. @param prefix of the keys in it, with a slash at its end */
public record Folder(String prefix) {

    /** The folder of an address; empty if it is not one of the tenant's own media. */
    public static Optional<Folder> of(String uri, String bucket, TenantId tenant) {
        String own = "s3://" + bucket + "/tenant/" + tenant + "/media/";
        if (!uri.startsWith(own) || uri.contains("/../") || uri.endsWith("/..")) {
            return Optional.empty();
        }
        String key = uri.substring(("s3://" + bucket + "/").length());
        return Optional.of(new Folder(key.endsWith("/") ? key : key + "/"));
    }
}
