package dev.callsheet.bench.scorer;

import dev.callsheet.stack.Checkout;
import dev.callsheet.stack.StackFailure;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Faces in the photographs that come with the npm packages of the models. */
enum Photograph {
    PERSON("sample1.jpg", 1370, 130, 440, 450),
    SAME_PERSON("sample3.jpg", 945, 100, 410, 500),
    STRANGER("sample6.jpg", 1395, 140, 430, 560);

    private static final String FOLDER = "identity/models/node_modules/@vladmandic/face-api/demo";

    private final String file;
    private final int x;
    private final int y;
    private final int width;
    private final int height;

    Photograph(String file, int x, int y, int width, int height) {
        this.file = file;
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
    }

    /** The face with some of what is around it. @throws StackFailure if the packages are not there */
    BufferedImage image() {
        Path path = Checkout.find().root().resolve(FOLDER).resolve(file);
        try {
            return ImageIO.read(path.toFile()).getSubimage(x, y, width, height);
        } catch (IOException e) {
            throw new StackFailure(path + " cannot be read; building identity puts it there", e);
        }
    }
}
