package dev.callsheet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.identity.calibration.CalibrationFile;
import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.face.FaceChip;
import dev.callsheet.identity.measure.References;
import dev.callsheet.identity.onnx.ModelFiles;
import dev.callsheet.identity.picture.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What leaves a person the same leaves her the same here, and another stays another: over all photographs. */
class TransformsIT {
    private static final Map<String, UnaryOperator<BufferedImage>> TRANSFORMS = new LinkedHashMap<>();

    static {
        TRANSFORMS.put("as it is", image -> image);
        TRANSFORMS.put("JPEG of quality 10", TransformsIT::crushed);
        TRANSFORMS.put("half as bright", image -> channels(image, 0.5f, 0.5f, 0.5f));
        TRANSFORMS.put("half as bright again", image -> channels(image, 1.5f, 1.5f, 1.5f));
        TRANSFORMS.put("warm", image -> channels(image, 1.15f, 0.95f, 0.7f));
        TRANSFORMS.put("cold", image -> channels(image, 0.75f, 0.95f, 1.2f));
        TRANSFORMS.put("grey", TransformsIT::grey);
        TRANSFORMS.put("turned by 20 degrees", image -> turned(image, 20));
        TRANSFORMS.put("turned by 40 degrees", image -> turned(image, 40));
        TRANSFORMS.put("mirrored", TransformsIT::mirrored);
        TRANSFORMS.put("half the size", image -> sized(image, 0.5));
        TRANSFORMS.put("a face of about 48 px", image -> sized(image, 64.0 / image.getHeight()));
    }

    private static Instruments instruments;
    private static final Map<String, Map<String, Embedding>> EMBEDDINGS = new LinkedHashMap<>();

    @BeforeAll
    static void embed() {
        instruments = new Instruments(
                new ModelFiles(Optional.empty()),
                CalibrationFile.read(Optional.empty()),
                Optional.empty(),
                Duration.ofSeconds(30));
        References references = instruments.references();
        TRANSFORMS.forEach((name, transform) -> {
            Map<String, Embedding> of = new LinkedHashMap<>();
            for (String id : Photographs.ids()) {
                Picture picture = Photographs.picture(transform.apply(Photographs.image(id)));
                references
                        .largest(picture)
                        .ifPresent(found -> of.put(id, instruments.faces().embed(picture, found.face())));
            }
            EMBEDDINGS.put(name, of);
        });
    }

    @AfterAll
    static void close() {
        instruments.close();
    }

    @Test
    void whatKeepsAPersonKeepsHerWithinTheThreshold() {
        double threshold = instruments.calibration().limits().threshold();
        TRANSFORMS.keySet().forEach(name -> {
            Map<String, Embedding> of = EMBEDDINGS.get(name);
            assertThat(of)
                    .as("faces found, %s", name)
                    .hasSizeGreaterThanOrEqualTo(Photographs.ids().size() - 1);
            of.forEach((id, face) -> assertThat(
                            face.distance(EMBEDDINGS.get("as it is").get(id)))
                    .as("%s, %s", id, name)
                    .isLessThan(threshold));
        });
    }

    @Test
    void theCurveOverAllPairsIsAllButPerfect() {
        List<Double> same = new ArrayList<>();
        List<Double> different = new ArrayList<>();
        pairs(Photographs.ids(), same, different);

        assertThat(auc(same, different)).isGreaterThanOrEqualTo(0.99);
        System.out.printf(
                "transforms: %d same, %d different, AUC %.5f%n", same.size(), different.size(), auc(same, different));
    }

    /** The threshold comes from half of the people, its rates from the other half. */
    @Test
    void oneInAHundredStrangersPassesAndHardlyAnybodyIsTurnedAway() {
        List<String> people = new ArrayList<>(
                Photographs.ids().stream().map(Photographs::person).distinct().toList());
        Random random = new Random(3);
        double accepted = 0;
        int splits = 40;
        for (int i = 0; i < splits; i++) {
            Collections.shuffle(people, random);
            List<String> half = people.subList(0, people.size() / 2);
            List<Double> same = new ArrayList<>();
            List<Double> different = new ArrayList<>();
            pairs(of(half), new ArrayList<>(), different);
            pairs(of(people.subList(people.size() / 2, people.size())), same, new ArrayList<>());
            double threshold = different.stream().sorted().toList().get(different.size() / 100);
            accepted += (double) same.stream()
                            .filter(distance -> distance < threshold)
                            .count()
                    / same.size()
                    / splits;
        }

        System.out.printf("person-disjoint: true accepts %.4f at 1 %% of false ones%n", accepted);
        assertThat(accepted).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void whoDissolvesIntoAnotherGoesAwayStepByStep() {
        Picture from = chip("person-1-b");
        Picture to = chip("person-4-a");
        Embedding one = EMBEDDINGS.get("as it is").get("person-1-b");
        double before = -1;
        for (int step = 0; step <= 10; step++) {
            byte[] mixed = new byte[from.rgb().length];
            for (int i = 0; i < mixed.length; i++) {
                double value = (from.rgb()[i] & 0xff) * (1 - step / 10.0) + (to.rgb()[i] & 0xff) * step / 10.0;
                mixed[i] = (byte) Math.round(value);
            }
            Picture picture = new Picture(from.width(), from.height(), mixed);
            double distance = instruments
                    .references()
                    .largest(picture)
                    .map(found ->
                            instruments.faces().embed(picture, found.face()).distance(one))
                    .orElseThrow();
            assertThat(distance).as("step %d", step).isGreaterThan(before - 0.01);
            before = distance;
        }
        assertThat(before).isGreaterThan(instruments.calibration().limits().threshold());
    }

    private static Picture chip(String id) {
        Picture picture = Photographs.picture(id);
        return FaceChip.cut(
                picture, instruments.references().largest(picture).orElseThrow().face());
    }

    private static List<String> of(List<String> people) {
        return Photographs.ids().stream()
                .filter(id -> people.contains(Photographs.person(id)))
                .toList();
    }

    /** Each changed picture against each that is as it was. */
    private static void pairs(List<String> ids, List<Double> same, List<Double> different) {
        Map<String, Embedding> originals = EMBEDDINGS.get("as it is");
        EMBEDDINGS.forEach((name, changed) -> ids.forEach(id -> {
            Embedding face = changed.get(id);
            if (face != null) {
                for (String other : ids) {
                    boolean one = Photographs.person(id).equals(Photographs.person(other));
                    if (!id.equals(other) || !name.equals("as it is")) {
                        (one ? same : different).add(face.distance(originals.get(other)));
                    }
                }
            }
        }));
    }

    private static double auc(List<Double> same, List<Double> different) {
        double[] sorted =
                different.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double sum = 0;
        for (double distance : same) {
            int at = Arrays.binarySearch(sorted, distance);
            sum += sorted.length - (at < 0 ? -at - 1 : at);
        }
        return sum / same.size() / different.size();
    }

    private static BufferedImage channels(BufferedImage image, float red, float green, float blue) {
        return new RescaleOp(new float[] {red, green, blue}, new float[3], null).filter(plain(image), null);
    }

    private static BufferedImage grey(BufferedImage image) {
        BufferedImage grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        new ColorConvertOp(null).filter(plain(image), grey);
        return plain(grey);
    }

    private static BufferedImage mirrored(BufferedImage image) {
        AffineTransform mirror = AffineTransform.getScaleInstance(-1, 1);
        mirror.translate(-image.getWidth(), 0);
        return drawn(image, mirror, image.getWidth(), image.getHeight());
    }

    private static BufferedImage turned(BufferedImage image, double degrees) {
        return drawn(
                image,
                AffineTransform.getRotateInstance(
                        Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0),
                image.getWidth(),
                image.getHeight());
    }

    private static BufferedImage sized(BufferedImage image, double factor) {
        Picture small = Photographs.picture(image).within((int) (image.getWidth() * Math.min(1, factor)), (int)
                (image.getHeight() * Math.min(1, factor)));
        BufferedImage out = new BufferedImage(small.width(), small.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < small.width() * small.height(); i++) {
            int x = i % small.width();
            int y = i / small.width();
            out.setRGB(x, y, small.at(x, y, 0) << 16 | small.at(x, y, 1) << 8 | small.at(x, y, 2));
        }
        return out;
    }

    private static BufferedImage crushed(BufferedImage image) {
        try {
            var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(0.1f);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (var out = ImageIO.createImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(plain(image), null, null), quality);
            }
            writer.dispose();
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage plain(BufferedImage image) {
        return drawn(image, new AffineTransform(), image.getWidth(), image.getHeight());
    }

    private static BufferedImage drawn(BufferedImage image, AffineTransform transform, int width, int height) {
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.setColor(Color.GRAY);
        g.fillRect(0, 0, width, height);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(image, transform, null);
        g.dispose();
        return out;
    }
}
