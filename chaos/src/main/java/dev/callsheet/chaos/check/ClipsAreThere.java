package dev.callsheet.chaos.check;

import dev.callsheet.chaos.check.Snapshot.Note;
import dev.callsheet.chaos.check.Snapshot.RequestRow;
import dev.callsheet.chaos.check.Snapshot.StoredObject;
import dev.callsheet.chaos.check.Snapshot.TakeRow;
import dev.callsheet.chaos.check.Violation.Kind;
import dev.callsheet.contracts.Fact;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Each finished take has the clip that the provider made for it and that was told, and its manifest; nothing else was stored by the worker. */
final class ClipsAreThere implements Rule {
    private static final String CLIP = "clip.mp4";
    private static final String MANIFEST = "manifest.json";

    @Override
    public void check(Shelf shelf, Consumer<Violation> found) {
        Set<String> owned = new HashSet<>();
        Set<String> folders = new HashSet<>();
        for (TakeRow take : shelf.all.takes()) {
            if (take.state().equals("finished")) {
                String folder = folder(shelf, take);
                owned.add(folder + CLIP);
                owned.add(folder + MANIFEST);
                folders.add(folder);
                told(shelf, take.id()).ifPresent(clip -> {
                    clip(shelf, take.id(), folder, clip).ifPresent(found);
                    manifest(shelf, take.id(), folder, clip).ifPresent(found);
                });
            }
        }
        var belongings = new Belongings(folders, shelf.takes);
        for (String key : shelf.all.objects().keySet()) {
            if (!owned.contains(key) && !belongings.has(key)) {
                found.accept(new Violation(Kind.OBJECT_ORPHAN, key, "no finished take has it"));
            }
        }
    }

    private static String folder(Shelf shelf, TakeRow take) {
        RequestRow request = shelf.requests.get(take.request());
        String tenant = request == null ? "" : request.tenant();
        return "tenant/" + tenant + "/request/" + take.request() + "/take/" + take.id() + "/";
    }

    private static Optional<Fact.Clip> told(Shelf shelf, UUID take) {
        return shelf.factsOfTake(take).stream()
                .filter(told -> told.fact() instanceof Fact.TakeFinished)
                .map(told -> ((Fact.TakeFinished) told.fact()).clip())
                .findFirst();
    }

    private static Optional<Violation> clip(Shelf shelf, UUID take, String folder, Fact.Clip told) {
        StoredObject stored = shelf.all.objects().get(folder + CLIP);
        if (stored == null) {
            return Optional.of(new Violation(Kind.CLIP_MISSING, take.toString(), "no object " + folder + CLIP));
        }
        boolean right = told.uri().endsWith("/" + folder + CLIP)
                && stored.bytes() == told.bytes()
                && stored.sha256().equals(told.sha256())
                && shelf.jobs(take).stream().map(shelf.all.rendered()::get).anyMatch(stored.unmarkedSha256()::equals);
        return right
                ? Optional.empty()
                : Optional.of(new Violation(
                        Kind.CLIP_DIFFERS,
                        take.toString(),
                        "told " + told + "; stored " + stored.bytes() + " bytes " + stored.sha256()
                                + ", without its mark " + stored.unmarkedSha256()));
    }

    private static Optional<Violation> manifest(Shelf shelf, UUID take, String folder, Fact.Clip told) {
        StoredObject stored = shelf.all.objects().get(folder + MANIFEST);
        if (stored == null) {
            return Optional.of(new Violation(Kind.MANIFEST_MISSING, take.toString(), "no object " + folder + MANIFEST));
        }
        Note note = stored.manifest();
        boolean right = note != null
                && note.take().equals(take)
                && note.clipBytes() == told.bytes()
                && note.clipSha256().equals(told.sha256())
                && shelf.jobs(take).contains(note.providerId())
                && note.costMicros() == shelf.sum(take, "quoted");
        return right
                ? Optional.empty()
                : Optional.of(new Violation(
                        Kind.MANIFEST_DIFFERS,
                        take.toString(),
                        "it says " + note + "; told " + told + ", jobs " + shelf.jobs(take)));
    }
}
