package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.queue.domain.UploadType;
import jakarta.ws.rs.core.Response;

/** How the storage host answers. */
final class StorageAnswers {

    private StorageAnswers() {}

    /** The content type that goes with a file's extension. */
    static String contentType(String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1);
        return UploadType.named(extension).map(UploadType::contentType).orElse("application/octet-stream");
    }

    /** There is no such file. */
    static Response noSuchKey() {
        return error(404, "NoSuchKey", "The specified key does not exist.");
    }

    /** An error in the storage host's XML. */
    static Response error(int status, String code, String message) {
        return Response.status(status)
                .type("application/xml")
                .entity("<?xml version='1.0' encoding='UTF-8'?><Error><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error>")
                .build();
    }
}
