package dev.callsheet.chaos.load;

import dev.callsheet.chaos.plan.Load;
import dev.callsheet.stack.ObjectStoreClient;
import dev.callsheet.stack.ObjectStoreKeys;
import dev.callsheet.stack.StackFailure;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** The pictures that tenants have uploaded before. */
public record FirstFrames(ObjectStoreKeys keys) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    /** Stores one for each tenant. */
    public void store(List<Load.Tenant> tenants) {
        try (var client = new ObjectStoreClient(keys)) {
            byte[] picture = picture();
            for (Load.Tenant tenant : tenants) {
                client.put("tenant/" + tenant.name() + "/media/" + RequestMix.STORED_FRAME, "image/png", picture);
            }
        }
    }

    private static byte[] picture() {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(WIDTH / 4, HEIGHT / 4, HEIGHT / 2, HEIGHT / 2);
        pen.dispose();
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new StackFailure("the first frame cannot be drawn", e);
        }
    }
}
