package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.queue.Clips;
import dev.callsheet.twin.queue.DeadLinks;
import dev.callsheet.twin.queue.Jobs;
import dev.callsheet.twin.queue.Orders;
import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.domain.fault.ArtifactFault;
import dev.callsheet.twin.queue.domain.fault.Blows;
import dev.callsheet.twin.queue.domain.fault.Call;
import dev.callsheet.twin.queue.domain.fault.Door;
import dev.callsheet.twin.queue.domain.fault.FaultBoard;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;

/** Clips and thumbnails over HTTP, whole or spoilt. */
@ApplicationScoped
public class Artifacts {

    private static final String CLIP = ".mp4";

    private final Clips clips;
    private final Jobs jobs;
    private final DeadLinks dead;
    private final FaultBoard faults;
    private final Clock clock;

    Artifacts(Clips clips, Jobs jobs, DeadLinks dead, FaultBoard faults, Clock clock) {
        this.clips = clips;
        this.jobs = jobs;
        this.dead = dead;
        this.faults = faults;
        this.clock = clock;
    }

    /** Answers a read of an artifact; may block for the length of a fault. */
    Response read(String name, int link, HttpServerRequest connection) {
        int dot = name.lastIndexOf('.');
        var job = jobs.find(dot < 0 ? name : name.substring(0, dot));
        var artifact = job.flatMap(known -> clips.artifact(known, name));
        if (job.isEmpty() || artifact.isEmpty()) {
            return StorageAnswers.noSuchKey();
        }
        if (!name.endsWith(CLIP)) {
            return whole(name, artifact.get());
        }
        int status = dead.status(name, link);
        if (status != 0) {
            return deadLink(status);
        }
        return strike(job.get())
                .map(hit -> struck(hit, name, link, artifact.get(), connection))
                .orElseGet(() -> whole(name, artifact.get()));
    }

    private Optional<Blows.Hit<ArtifactFault>> strike(Job job) {
        var call = new Call(Door.ARTIFACT, job.model(), Orders.prompt(job.payload()), job.id());
        return faults.strike(call, clock.instant()).first(ArtifactFault.class);
    }

    private Response struck(
            Blows.Hit<ArtifactFault> hit,
            String name,
            int link,
            Clips.Artifact artifact,
            HttpServerRequest connection) {
        return switch (hit.fault()) {
            case LINK_EXPIRED -> killed(name, link, 403);
            case LINK_GONE -> killed(name, link, 404);
            case ARTIFACT_UNAVAILABLE -> StorageAnswers.error(503, "SlowDown", "Please reduce your request rate.");
            case ARTIFACT_WRONG_TYPE ->
                Response.fromResponse(whole(name, artifact)).type("text/html").build();
            case ARTIFACT_TRUNCATED,
                    ARTIFACT_CUT,
                    LENGTH_TOO_SHORT,
                    LENGTH_TOO_LONG,
                    ARTIFACT_GARBAGE,
                    ARTIFACT_SLOW -> {
                SpoiltBytes.send(hit, artifact.bytes(), StorageAnswers.contentType(name), connection);
                yield Response.noContent().build();
            }
        };
    }

    private Response killed(String name, int link, int status) {
        dead.kill(name, link, status);
        return deadLink(status);
    }

    private static Response deadLink(int status) {
        return status == 404
                ? StorageAnswers.noSuchKey()
                : StorageAnswers.error(status, "ExpiredToken", "The provided token has expired.");
    }

    private static Response whole(String name, Clips.Artifact artifact) {
        return Response.ok(artifact.entity())
                .type(StorageAnswers.contentType(name))
                .build();
    }
}
