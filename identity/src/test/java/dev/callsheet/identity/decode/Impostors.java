package dev.callsheet.identity.decode;

import static dev.callsheet.identity.decode.Hostile.join;
import static dev.callsheet.identity.decode.Hostile.latin;
import static dev.callsheet.identity.decode.Hostile.refused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Files that are something else than their name says; many of them name other files or addresses. */
final class Impostors {
    private Impostors() {}

    /**
     * @param secret a file that nobody may open
     * @param web an address that nobody may visit
     */
    static List<Hostile> of(Originals originals, Path secret, String web) throws IOException {
        List<Hostile> files = new ArrayList<>();
        files.addAll(playlists("file", "file://" + secret));
        files.addAll(playlists("plain", secret.toString()));
        files.addAll(playlists("passwd", "file:///etc/passwd"));
        files.addAll(playlists("web", web));
        files.addAll(playlists("sub", "subfile,,start,0,end,0,,:" + secret));
        files.addAll(otherMedia(originals));
        files.addAll(noMedia(originals));
        return files;
    }

    private static List<Hostile> playlists(String name, String other) {
        return List.of(
                refused(
                        name + "-hls.mp4",
                        "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:9.0,\n" + other
                                + "\n#EXT-X-ENDLIST\n"),
                refused(
                        name + "-hls-key.mp4",
                        "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXT-X-KEY:METHOD=AES-128,URI=\"" + other
                                + "\"\n#EXTINF:9.0,\n" + other + "\n#EXT-X-ENDLIST\n"),
                refused(name + "-concat.mp4", "ffconcat version 1.0\nfile '" + other + "'\nduration 2\n")
                        .because("kind concat"),
                refused(
                                name + "-dash.mp4",
                                "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\""
                                        + " profiles=\"urn:mpeg:dash:profile:isoff-on-demand:2011\" type=\"static\""
                                        + " mediaPresentationDuration=\"PT2S\"><Period><AdaptationSet mimeType=\"video/mp4\">"
                                        + "<Representation id=\"1\" bandwidth=\"1\"><BaseURL>" + other
                                        + "</BaseURL></Representation></AdaptationSet></Period></MPD>")
                        .because("kind dash"),
                refused(
                        name + "-image.jpg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                                + " width=\"9\" height=\"9\"><image xlink:href=\"" + other + "\"/></svg>"),
                refused(name + "-list.mp4", "[playlist]\nFile1=" + other + "\nNumberOfEntries=1\nVersion=2\n"),
                refused(
                        name + "-session.mp4",
                        "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\n" + "a=control:" + other
                                + "\nm=video 9 RTP/AVP 96\na=rtpmap:96 H264/90000\n"));
    }

    private static List<Hostile> otherMedia(Originals originals) throws IOException {
        List<Hostile> files = new ArrayList<>();
        for (String name : List.of(
                "clip.ts",
                "clip.flv",
                "clip.h264",
                "clip.avi",
                "clip.y4m",
                "mpeg2.mp4",
                "ffv1.mkv",
                "tone.wav",
                "tone.mp3",
                "tone.m4a",
                "tone.flac",
                "tone.ogg")) {
            files.add(refused("posing-" + name.replace('.', '-') + ".mp4", originals.bytes(name)));
        }
        for (String format : List.of("gif", "bmp", "tiff")) {
            files.add(refused("posing-" + format + ".jpg", Originals.picture(format))
                    .because("of the kind " + format));
        }
        files.add(refused("animated.webp", originals.bytes("animated.webp")));
        files.add(Hostile.either("animated.png", originals.bytes("apng.apng")));
        return files;
    }

    private static List<Hostile> noMedia(Originals originals) throws IOException {
        byte[] random = new byte[100_000];
        new Random(7).nextBytes(random);
        return List.of(
                refused("empty.mp4", ""),
                refused("one-byte.mp4", "x"),
                refused("zeros.mp4", new byte[100_000]),
                refused("random.mp4", random),
                refused("text.mp4", "It was a dark and stormy night.\n".repeat(400)),
                refused("zip.mp4", join(latin("PK\3\4\24\0\0\0\0\0"), new byte[20], originals.bytes("end.mp4"))),
                refused("gzip.mp4", join(new byte[] {31, (byte) 139, 8, 0, 0, 0, 0, 0, 0, 3}, random)),
                refused("elf.mp4", join(latin("\u007fELF\2\1\1"), new byte[9], random)),
                refused("pdf.jpg", "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n"),
                refused("html.jpg", "<!doctype html><img src=\"file:///etc/passwd\"><script>alert(1)</script>"),
                refused("script.mp4", "#!/bin/sh\ncat /etc/passwd\n"),
                refused("subtitles.mp4", "1\n00:00:01,000 --> 00:00:02,000\n<img src=\"file:///etc/passwd\">\n"),
                refused(
                        "styled.mp4",
                        "[Script Info]\nScriptType: v4.00+\n\n[Events]\nDialogue: 0,0:0:0.0,0:0:1.0,,x\n"),
                refused("captions.mp4", "WEBVTT\n\n00:01.000 --> 00:02.000\nhello\n"),
                refused("metadata.mp4", ";FFMETADATA1\ntitle=x\n[CHAPTER]\nSTART=0\nEND=9\n"),
                refused("wide.mp4", "\ufeff#EXTM3U\n/etc/passwd\n".getBytes(StandardCharsets.UTF_16BE)),
                refused("endless-tag.mp4", join(latin("ID3\4\0\0"), new byte[] {127, 127, 127, 127}, random)),
                refused("riff.webp", join(latin("RIFF\u00ff\u00ff\u00ff\177WEBPVP8 "), random)));
    }
}
