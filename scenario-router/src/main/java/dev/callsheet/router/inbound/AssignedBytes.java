package dev.callsheet.router.inbound;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The value of a Work.Assigned event with the partner's bytes in it, as they came: numbers, order, spaces and all. */
final class AssignedBytes {
    private AssignedBytes() {}

    /** @param request a JSON document in UTF-8, already read once */
    static byte[] of(RequestId requestId, TenantId tenant, Decision decision, byte[] request) {
        byte[] decided = Json.write(decision);
        ByteArrayOutputStream value = new ByteArrayOutputStream(decided.length + request.length + 160);
        value.writeBytes(utf8("{\"decision\":"));
        value.writeBytes(decided);
        value.writeBytes(utf8(",\"request\":"));
        value.writeBytes(request);
        value.writeBytes(utf8(",\"requestId\":\"" + requestId + "\",\"tenant\":\"" + tenant + "\"}"));
        return value.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
