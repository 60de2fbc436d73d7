package dev.callsheet.stack;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AWS Signature Version 4 in headers, for requests without a query ("Signing AWS API requests", AWS IAM user guide). */
final class Signature {
    private static final String REGION = "us-east-1";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Signature() {}

    /** The headers that make the request ours. */
    static Map<String, String> headers(ObjectStoreKeys keys, String method, URI address, byte[] body, Instant now) {
        String stamp = STAMP.format(now);
        String day = stamp.substring(0, 8);
        String scope = day + "/" + REGION + "/s3/aws4_request";
        String hash = sha256(body);
        String request = String.join(
                "\n",
                method,
                address.getRawPath(),
                "",
                "host:" + address.getAuthority(),
                "x-amz-content-sha256:" + hash,
                "x-amz-date:" + stamp,
                "",
                "host;x-amz-content-sha256;x-amz-date",
                hash);
        String text = String.join("\n", "AWS4-HMAC-SHA256", stamp, scope, sha256(utf8(request)));
        byte[] key = hmac(utf8("AWS4" + keys.secretKey()), day);
        for (String part : new String[] {REGION, "s3", "aws4_request"}) {
            key = hmac(key, part);
        }
        String signature = HexFormat.of().formatHex(hmac(key, text));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-amz-content-sha256", hash);
        headers.put("x-amz-date", stamp);
        headers.put(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + keys.accessKey() + "/" + scope
                        + ",SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature=" + signature);
        return headers;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
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
}
