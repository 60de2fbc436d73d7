package dev.callsheet.identity.measure;

import dev.callsheet.identity.face.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins the faces of one frame after the other into tracks, each one face on its way through a shot. Two faces that look
 * too unlike are never joined, however near they stand: a person who turns into another begins a new track.
 */
final class Tracks {
    /** Boxes that overlap less must look alike to be joined. */
    private static final double LEAST_OVERLAP = 0.2;

    /** Frames that a face may be missing in between. */
    private static final int LONGEST_GAP = 3;

    /** Distance of a track without a measurable face: a known stranger is the better guess. */
    private static final double UNKNOWN = 1.5;

    private final Limits limits;
    private final List<Track> all = new ArrayList<>();

    private Tracks(Limits limits) {
        this.limits = limits;
    }

    /** One face through a shot: places in the list of sightings and in each one's list of faces. */
    static final class Track {
        private final int shot;
        private final List<Spot> spots = new ArrayList<>();

        private Track(int shot) {
            this.shot = shot;
        }

        List<Spot> spots() {
            return spots;
        }

        private Spot last() {
            return spots.getLast();
        }

        /** Weighted mean distance of the measurable faces to a character; without any, farther than everybody. */
        double distance(Embedding mean, Limits.Quality quality) {
            double sum = 0;
            double weights = 0;
            for (Spot spot : spots) {
                Embedding embedding = spot.seen().embedding();
                if (embedding != null) {
                    double weight = FaceGate.weight(spot.seen().quality(), quality);
                    sum += weight * embedding.distance(mean);
                    weights += weight;
                }
            }
            return weights == 0 ? UNKNOWN : sum / weights;
        }
    }

    record Spot(int sighting, Sighting.Seen seen) {}

    /** The tracks of all sightings, which are in order of time. */
    static List<Track> of(List<Sighting> sightings, Limits limits) {
        Tracks tracks = new Tracks(limits);
        for (int i = 0; i < sightings.size(); i++) {
            tracks.add(i, sightings.get(i));
        }
        return tracks.all;
    }

    private record Link(Track track, int face, double cost) {}

    private void add(int index, Sighting sighting) {
        List<Link> links = new ArrayList<>();
        for (Track track : all) {
            if (track.shot == sighting.shot() && index - track.last().sighting() <= LONGEST_GAP) {
                for (int face = 0; face < sighting.faces().size(); face++) {
                    Double cost = cost(track.last().seen(), sighting.faces().get(face));
                    if (cost != null) {
                        links.add(new Link(track, face, cost));
                    }
                }
            }
        }
        links.sort(Comparator.comparingDouble(Link::cost));
        boolean[] taken = new boolean[sighting.faces().size()];
        List<Track> continued = new ArrayList<>();
        for (Link link : links) {
            if (!taken[link.face()] && !continued.contains(link.track())) {
                taken[link.face()] = true;
                continued.add(link.track());
                link.track().spots.add(new Spot(index, sighting.faces().get(link.face())));
            }
        }
        for (int face = 0; face < taken.length; face++) {
            if (!taken[face]) {
                Track track = new Track(sighting.shot());
                track.spots.add(new Spot(index, sighting.faces().get(face)));
                all.add(track);
            }
        }
    }

    /** How badly two faces go together; null if they do not. */
    private @Nullable Double cost(Sighting.Seen before, Sighting.Seen now) {
        double overlap = before.face().box().overlap(now.face().box());
        Embedding was = before.embedding();
        Embedding is = now.embedding();
        if (was == null || is == null) {
            return overlap < LEAST_OVERLAP ? null : 1 - overlap;
        }
        double distance = was.distance(is);
        boolean joined = distance <= limits.threshold() && (overlap >= LEAST_OVERLAP || distance <= limits.clips());
        return joined ? 1 - overlap + distance : null;
    }
}
