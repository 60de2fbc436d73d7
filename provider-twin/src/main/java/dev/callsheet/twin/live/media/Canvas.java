package dev.callsheet.twin.live.media;

import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import dev.onvoid.webrtc.media.video.VideoFrame;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Turns the face's drawing into video frames. One thread at a time. */
final class Canvas {
    private final BufferedImage image = new BufferedImage(Face.WIDTH, Face.HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final ByteBuffer pixels =
            ByteBuffer.allocateDirect(Face.WIDTH * Face.HEIGHT * 4).order(ByteOrder.LITTLE_ENDIAN);
    private final Face face;
    private double mouth;

    Canvas(Face face) {
        this.face = face;
    }

    void push(CustomVideoSource to, long nanos, double loudness) {
        mouth = Mouth.follow(mouth, loudness);
        var graphics = image.createGraphics();
        try {
            face.paint(graphics, nanos / 1e9, mouth);
        } finally {
            graphics.dispose();
        }
        pixels.clear();
        pixels.asIntBuffer().put(((DataBufferInt) image.getRaster().getDataBuffer()).getData());
        var buffer = NativeI420Buffer.allocate(Face.WIDTH, Face.HEIGHT);
        try {
            // Little-endian 0xAARRGGBB integers are what libyuv calls ARGB.
            VideoBufferConverter.convertToI420(pixels, buffer, FourCC.ARGB);
        } catch (Exception e) {
            buffer.release();
            throw new IllegalStateException("the picture cannot be converted", e);
        }
        var frame = new VideoFrame(buffer, nanos);
        to.pushFrame(frame);
        frame.release();
    }
}
