package dev.callsheet.corridor;

/** The broker did not acknowledge in time. The event may be sent again: ids are derived, so a repeat is one. */
public final class PublishFailed extends RuntimeException {
    PublishFailed(String topic, Throwable cause) {
        super("not acknowledged on topic " + topic, cause);
    }
}
