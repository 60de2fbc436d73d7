package dev.callsheet.twin.render.outbound;

import dev.callsheet.twin.render.RenderFailure;
import dev.callsheet.twin.render.domain.Binding;
import dev.callsheet.twin.render.domain.Chance;
import dev.callsheet.twin.render.domain.Drift;
import dev.callsheet.twin.render.domain.FrameSize;
import dev.callsheet.twin.render.domain.RenderOrder.ReferenceToVideo;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Reference to video: the persons of the references before a drawn place. Place, light and motion follow the seed; the
 * first person may turn into somebody else.
 */
public final class ReferenceScene {

    private static final double ROOM_AROUND = 1.12;
    private static final double CARD_HEIGHT = 0.94;
    private static final double CARDS_WIDTH = 0.92;
    private static final double TURN_SECONDS = 0.8;

    private final Ffmpeg ffmpeg;
    private final Inputs inputs;
    private final FacesFolder faces;
    private final Workspace work;

    /** A scene that keeps its files in the given folder. */
    public ReferenceScene(Ffmpeg ffmpeg, Inputs inputs, FacesFolder faces, Workspace work) {
        this.ffmpeg = ffmpeg;
        this.inputs = inputs;
        this.faces = faces;
        this.work = work;
    }

    /** Renders the order into the encoding's file. */
    public void render(ReferenceToVideo order, Drift.Rates rates, Encoding encoding)
            throws RenderFailure, InterruptedException, IOException {
        var binding =
                Binding.of(order.prompt(), order.images().size(), order.videos().size());
        var persons = pictures(order, binding.references());
        var opening = opening(order);
        var size = order.resolution().frame(opening.map(Still::ratio).orElse(order.ratio()));
        var stage = new Stage(order, size, encoding, Chance.of(order.seed(), "scene", order.prompt()));
        var graph = new FilterGraph();
        var drift = Drift.decide(order.seed(), order.prompt(), binding.bound(), rates);
        var last = backdrop(graph, stage);
        for (int i = 0; i < persons.size(); i++) {
            var drifting = i == 0 ? drift : new Drift.None();
            last = person(graph, stage, new Place(i, persons.size()), persons, drifting, last);
        }
        graph.chain(last, stage.flicker(), "[lit]");
        var mark = Layer.write(SimulatedMark.image(size), work.file("mark.raw"));
        graph.marked(opening.isPresent() ? opened(graph, opening.get(), stage) : "[lit]", mark);
        ffmpeg.run(encoding.arguments(graph.inputs(), graph.graph(), List.of()));
    }

    /** What all layers of one clip share. */
    private record Stage(
            ReferenceToVideo order, FrameSize size, Encoding encoding, RandomGenerator random, Lighting light) {

        Stage(ReferenceToVideo order, FrameSize size, Encoding encoding, RandomGenerator random) {
            this(order, size, encoding, random, Lighting.draw(random));
        }

        String flicker() {
            return String.format(
                    Locale.ROOT,
                    "eq=brightness='%.3f*sin(%.3f*t)':eval=frame",
                    random.nextDouble(0.01, 0.05),
                    random.nextDouble(0.8, 2.5));
        }
    }

    /** Which of how many persons side by side. */
    private record Place(int index, int count) {}

    private List<BufferedImage> pictures(ReferenceToVideo order, List<Binding.Reference> references)
            throws RenderFailure, InterruptedException {
        var pictures = new ArrayList<BufferedImage>();
        for (var reference : references) {
            var list = reference.video() ? order.videos() : order.images();
            var field = (reference.video() ? "reference_video_" : "reference_image_") + (reference.index() + 1);
            var media = inputs.fetch(list.get(reference.index()), field, work);
            pictures.add(
                    inputs.still(media, field, FacesFolder.LONGEST_SIDE, work).image());
        }
        return pictures;
    }

    private Optional<Still> opening(ReferenceToVideo order) throws RenderFailure, InterruptedException {
        if (order.firstFrame().isEmpty()) {
            return Optional.empty();
        }
        var media = inputs.fetch(order.firstFrame().get(), "first_frame", work);
        return Optional.of(inputs.still(media, "first_frame", FacesFolder.LONGEST_SIDE, work));
    }

    private String backdrop(FilterGraph graph, Stage stage) throws IOException {
        int width = (int) (stage.size().width() * ROOM_AROUND);
        int height = (int) (stage.size().height() * ROOM_AROUND);
        var image = Backdrop.paint(stage.random(), width, height);
        stage.light().apply(image);
        var input = graph.input(Layer.write(image, work.file("backdrop.raw")).input());
        boolean leftwards = stage.random().nextBoolean();
        graph.chain(
                input,
                "format=yuv420p,",
                FilterGraph.repeated(),
                ",trim=end_frame=" + stage.encoding().frames(),
                String.format(
                        Locale.ROOT,
                        ",crop=%d:%d:x='(iw-ow)*%s':y='(ih-oh)*(0.5+0.5*sin(t*%.3f))'[place]",
                        stage.size().width(),
                        stage.size().height(),
                        (leftwards ? "(1-t/%d)" : "t/%d")
                                .formatted(stage.encoding().seconds()),
                        stage.random().nextDouble(0.2, 0.7)));
        return "[place]";
    }

    private String person(
            FilterGraph graph, Stage stage, Place place, List<BufferedImage> all, Drift drift, String below)
            throws IOException, InterruptedException {
        var sway = Sway.draw(stage.random());
        var shown = all.get(place.index());
        return switch (drift) {
            case Drift.None _ -> card(graph, stage, place, shown, sway, "", below);
            case Drift.FromStart _ -> card(graph, stage, place, someoneElse(stage, all), sway, "", below);
            case Drift.Midway(var at) -> {
                double from = at * stage.encoding().seconds();
                var leaving = card(graph, stage, place, shown, sway, fade("out", from), below);
                yield card(graph, stage, place, someoneElse(stage, all), sway, fade("in", from), leaving);
            }
        };
    }

    private BufferedImage someoneElse(Stage stage, List<BufferedImage> all) throws InterruptedException {
        return faces.someoneElse(stage.order().seed(), all, work);
    }

    private static String fade(String direction, double from) {
        return String.format(Locale.ROOT, ",fade=t=%s:st=%.3f:d=%.3f:alpha=1", direction, from, TURN_SECONDS);
    }

    /** One picture over what is below; returns the name of the result. */
    private String card(
            FilterGraph graph, Stage stage, Place place, BufferedImage picture, Sway sway, String fade, String below)
            throws IOException {
        var size = stage.size();
        int slot = (int) (size.width() * CARDS_WIDTH / place.count());
        // Twice the size it is shown in: the zoom then moves by half pixels.
        var image = PersonCard.of(picture, 2 * slot, (int) (2 * CARD_HEIGHT * size.height()), stage.light());
        var shown = new FrameSize(image.getWidth() / 4 * 2, image.getHeight() / 4 * 2);
        var label = "card" + graph.inputs().size();
        var input = graph.input(Layer.write(image, work.file(label + ".raw")).input());
        double centre = size.width() * ((1 - CARDS_WIDTH) / 2 + CARDS_WIDTH * (place.index() + 0.5) / place.count());
        graph.chain(input, "format=yuva420p,", sway.zoom(stage.encoding(), shown), fade, "[" + label + "]");
        graph.chain(below, "[" + label + "]", sway.overlay(centre, size, shown), "[" + label + "on]");
        return "[" + label + "on]";
    }

    private static String opened(FilterGraph graph, Still opening, Stage stage) {
        graph.chain(
                        graph.picture(opening),
                        FilterGraph.cover(stage.size(), 1),
                        ",format=yuv420p,",
                        FilterGraph.repeated(),
                        "[opening]")
                .chain("[opening][lit]xfade=transition=fade:duration=0.4:offset=0.3[opened]");
        return "[opened]";
    }
}
