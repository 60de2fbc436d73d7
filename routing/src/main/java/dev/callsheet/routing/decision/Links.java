package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.VideoRequest.Voice;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether the addresses of the media may be read at all. Nothing is fetched to find out, no name is resolved. */
final class Links {
    private Links() {}

    static List<Finding> look(Question q) {
        List<Finding> findings = new ArrayList<>();
        for (Slot slot : q.slots().all()) {
            check(q, slot.at("uri"), slot.medium().uri(), findings);
            Voice voice = slot.medium().voice();
            if (voice != null) {
                check(q, slot.at("voice/uri"), voice.uri(), findings);
            }
        }
        VideoRequest.Batch batch = q.request().batch();
        if (batch != null) {
            String fault = folderFault(batch.uri(), q.tenant(), q.policy().links());
            if (fault != null) {
                findings.add(Finding.of(
                        Rule.LINKS, Reason.MEDIA_UNREACHABLE, "/batch/uri", withoutQuery(batch.uri()), fault));
            }
        }
        return findings;
    }

    /** A folder of any bucket as written; of ours, only the tenant's own. Whoever lists it looks at the rights. */
    private static @Nullable String folderFault(String address, TenantId tenant, Policy.Links policy) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return "an s3 folder";
        }
        if (!"s3".equalsIgnoreCase(uri.getScheme()) || uri.getRawAuthority() == null || uri.getRawQuery() != null) {
            return "an s3 folder, as s3://bucket/folder/";
        }
        if (!policy.bucket().equals(uri.getRawAuthority())) {
            return null;
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String prefix = "/tenant/" + tenant + "/";
        boolean own = path.startsWith(prefix) && !path.contains("..") && !path.contains("%");
        return own ? null : "s3://" + policy.bucket() + prefix;
    }

    private static void check(Question q, String field, String address, List<Finding> findings) {
        String fault = fault(address, q.tenant(), q.policy().links());
        if (fault != null) {
            findings.add(Finding.of(Rule.LINKS, Reason.MEDIA_UNREACHABLE, field, withoutQuery(address), fault));
        }
    }

    /** What is allowed instead; null if the address is good. */
    private static @Nullable String fault(String address, TenantId tenant, Policy.Links policy) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return "an https or s3 address";
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "s3" -> object(uri, tenant, policy);
            case "https" -> host(uri, policy);
            case "http" -> policy.http() || listed(uri, policy) ? host(uri, policy) : "https instead of http";
            default -> "an https or s3 address";
        };
    }

    private static @Nullable String object(URI uri, TenantId tenant, Policy.Links policy) {
        String prefix = "/tenant/" + tenant + "/";
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        boolean own = policy.bucket().equals(uri.getRawAuthority())
                && path.startsWith(prefix)
                && path.length() > prefix.length()
                && !path.contains("..")
                && !path.contains("%")
                && uri.getRawQuery() == null;
        return own ? null : "s3://" + policy.bucket() + prefix + "<name>";
    }

    private static @Nullable String host(URI uri, Policy.Links policy) {
        if (uri.getRawUserInfo() != null) {
            return "an address without a user name";
        }
        if (listed(uri, policy)) {
            return null;
        }
        return uri.getHost() != null && PublicHost.is(uri.getHost()) ? null : "a public host";
    }

    private static boolean listed(URI uri, Policy.Links policy) {
        return uri.getHost() != null && policy.hosts().contains(uri.getHost().toLowerCase(Locale.ROOT));
    }

    /** A query may hold a signature, which is a key. */
    private static String withoutQuery(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query) + "?...";
    }
}
