package dev.callsheet.requestapi.outbound;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs an upload (AWS Signature Version 4 in the query, "Authenticating requests" of the S3 API reference) together with
 * headers that it must carry: the client's own signer leaves length and type out of what it signs.
 *
 * @param endpoint of the store as callers reach it, without a path
 */
record MediaSignature(String endpoint, String region, String accessKey, String secretKey) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The address of a PUT that holds with exactly these headers, for so long. @param headers names in lower case */
    String put(String bucket, String key, Map<String, String> headers, Duration lifetime, Instant now) {
        String stamp = STAMP.format(now);
        String scope = stamp.substring(0, 8) + "/" + region + "/s3/aws4_request";
        SortedMap<String, String> signed = new TreeMap<>(headers);
        signed.put("host", URI.create(endpoint).getRawAuthority());
        String names = String.join(";", signed.keySet());
        SortedMap<String, String> query = new TreeMap<>();
        query.put("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
        query.put("X-Amz-Credential", accessKey + "/" + scope);
        query.put("X-Amz-Date", stamp);
        query.put("X-Amz-Expires", Long.toString(lifetime.toSeconds()));
        query.put("X-Amz-SignedHeaders", names);
        String path = "/" + bucket + "/" + key;
        String asked = query.entrySet().stream()
                .map(part -> part.getKey() + "=" + encoded(part.getValue()))
                .collect(Collectors.joining("&"));
        String lines = signed.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                .collect(Collectors.joining());
        String request = String.join("\n", "PUT", path, asked, lines, names, "UNSIGNED-PAYLOAD");
        String text = String.join("\n", "AWS4-HMAC-SHA256", stamp, scope, hex(sha256(request)));
        byte[] signing = utf8("AWS4" + secretKey);
        for (String part : scope.split("/")) {
            signing = hmac(signing, part);
        }
        return endpoint + path + "?" + asked + "&X-Amz-Signature=" + hex(hmac(signing, text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
