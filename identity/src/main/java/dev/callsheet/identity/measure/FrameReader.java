package dev.callsheet.identity.measure;

import dev.callsheet.identity.clip.Frame;
import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.face.Face;
import dev.callsheet.identity.face.Faces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the characters in one frame after another. Each face goes to at most one character and each character gets at
 * most one face, the nearest pairs first: the largest face may be somebody else's.
 */
final class FrameReader {
    /** Bounds the work on a crowd; the largest are kept. */
    private static final int MOST_FACES = 12;

    private final Faces faces;
    private final Limits limits;
    private final List<Track> tracks;

    FrameReader(Faces faces, Limits limits, List<Track> tracks) {
        this.faces = faces;
        this.limits = limits;
        this.tracks = tracks;
    }

    void read(Frame frame) {
        List<Face> found = faces.detect(frame.picture()).stream()
                .sorted(Comparator.comparingDouble((Face face) -> -face.box().area()))
                .limit(MOST_FACES)
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (Face face : found) {
            if (face.heightPx() >= limits.minimumFaceHeight()) {
                Embedding embedding = faces.embed(frame.picture(), face);
                for (Track track : tracks) {
                    pairs.add(new Pair(
                            track, face, embedding, track.prototype().mean().distance(embedding)));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::distance));
        List<Track> open = new ArrayList<>(tracks);
        List<Face> free = new ArrayList<>(found);
        for (Pair pair : pairs) {
            if (open.contains(pair.track()) && free.contains(pair.face())) {
                open.remove(pair.track());
                free.remove(pair.face());
                pair.track().sees(frame, pair.face(), pair.embedding(), pair.distance(), limits);
            }
        }
        for (Track track : open) {
            free.stream()
                    .filter(face -> face.heightPx() < limits.minimumFaceHeight())
                    .findFirst()
                    .ifPresentOrElse(
                            face -> {
                                free.remove(face);
                                track.seesTooSmall(frame, face);
                            },
                            () -> track.seesNoFace(frame));
        }
    }

    private record Pair(Track track, Face face, Embedding embedding, double distance) {}
}
