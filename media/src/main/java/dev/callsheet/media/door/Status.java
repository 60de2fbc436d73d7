package dev.callsheet.media.door;

import dev.callsheet.media.MediaRefused;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** What an answer without the file means to the user. Nothing of the answer is repeated but its number. */
final class Status {
    private Status() {}

    /** @throws MediaRefused for everything but 200 */
    static void check(int status) {
        switch (status) {
            case 200 -> {}
            case 401, 403 ->
                throw MediaRefused.unreachable(
                        "the address answers " + status
                                + ": it wants a login, or its signature has run out; give one that is open, or upload the file");
            case 404, 410 ->
                throw MediaRefused.unreachable("the address answers " + status + ": there is nothing; check it");
            case 408, 425, 429, 500, 502, 503, 504 ->
                throw MediaRefused.forNow("the address answers " + status + "; try again later, or upload the file");
            default ->
                throw MediaRefused.unreachable("the address answers " + status + "; wanted is 200 with the file");
        }
    }

    /** A line that broke. */
    static MediaRefused broken(Exception cause, String host, DoorSettings settings) {
        return switch (cause) {
            case ConnectTimeoutException _ ->
                MediaRefused.forNow("the host '" + host + "' does not take a connection within "
                        + settings.connect().toSeconds() + " s");
            case SocketTimeoutException _ ->
                MediaRefused.forNow("the host '" + host + "' is silent for "
                        + settings.silence().toSeconds() + " s");
            case SSLException _ ->
                MediaRefused.unreachable("the host '" + host + "' has no certificate that can be trusted for it");
            case UnknownHostException _ ->
                MediaRefused.forNow("the host '" + host + "' cannot be found; check its spelling");
            default -> MediaRefused.forNow("the line to the host '" + host + "' broke; try again later");
        };
    }
}
