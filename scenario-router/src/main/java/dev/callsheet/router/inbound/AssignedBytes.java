package dev.callsheet.router.inbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The values that go out, put together from a decision that was written once: the same bytes as writing the whole record,
 * but for the partner's request, which stays as it came, numbers, order, spaces and all.
 */
final class AssignedBytes {
    private static final byte[] DECISION = utf8("{\"decision\":");
    private static final byte[] REQUEST = utf8(",\"request\":");

    private AssignedBytes() {}

    /**
     * The value of a Work.Assigned event.
     *
     * @param decision the written decision
     * @param request a JSON document in UTF-8, already read once
     */
    static byte[] work(RequestId requestId, TenantId tenant, byte[] decision, byte[] request) {
        return joined(DECISION, decision, REQUEST, request, end(requestId, tenant));
    }

    /** The value of a Fact.RequestRouted or Fact.RequestRejected event. @param decision the written decision */
    static byte[] fact(RequestId requestId, TenantId tenant, byte[] decision) {
        return joined(DECISION, decision, end(requestId, tenant));
    }

    private static byte[] end(RequestId requestId, TenantId tenant) {
        return utf8(",\"requestId\":\"" + requestId + "\",\"tenant\":\"" + tenant + "\"}");
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer whole = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            whole.put(part);
        }
        return whole.array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
