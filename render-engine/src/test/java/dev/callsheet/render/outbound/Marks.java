package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.domain.Origin;
import dev.callsheet.render.domain.Rendered;
import dev.callsheet.render.outbound.ProvenanceMark.Stamp;
import dev.callsheet.render.testkit.Mp4;
import java.nio.charset.StandardCharsets;

/** Marked clips of one request. */
final class Marks {
    static final RequestId REQUEST = RequestId.ofKey(new TenantId("demo"), "marked");
    static final String PROMPT_SHA256 = Json.sha256("pan left".getBytes(StandardCharsets.UTF_8));

    private Marks() {}

    static String manifest(TakeId take) {
        return "s3://callsheet/tenant/demo/request/" + REQUEST + "/take/" + take + "/manifest.json";
    }

    static Stamp stamp(TakeId take) {
        return new XmpMark().of(new Origin(REQUEST, take, "wan2.7-r2v", PROMPT_SHA256, manifest(take)));
    }

    static Rendered rendered(byte[] film) {
        return new Rendered(film.length, Json.sha256(film));
    }

    /** The film as it is stored, with the mark of that take. */
    static byte[] marked(byte[] film, TakeId take) {
        return Mp4.join(film, stamp(take).bytes(rendered(film)));
    }
}
