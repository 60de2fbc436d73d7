package dev.callsheet.identity.evidence;

import dev.callsheet.identity.onnx.ModelsUnusable;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.util.HashMap;
import java.util.Map;

/**
 * Outlines from a TrueType file (ISO/IEC 14496-22: head, hhea, hmtx, cmap format 4, loca, glyf). A server image may have
 * neither fontconfig nor a font, and the sheet must look the same everywhere; so the font comes along and is read here.
 */
final class SheetFont {
    private static final int ON_CURVE = 1;
    private static final int SHORT_X = 2;
    private static final int SHORT_Y = 4;
    private static final int REPEAT = 8;
    private static final int SAME_X = 16;
    private static final int SAME_Y = 32;

    private final ByteBuffer file;
    private final Map<String, Integer> tables = new HashMap<>();
    private final int unitsPerEm;
    private final boolean longOffsets;
    private final int widths;

    SheetFont(InputStream in) {
        try (in) {
            file = ByteBuffer.wrap(in.readAllBytes());
        } catch (IOException e) {
            throw new ModelsUnusable("the sheet's font cannot be read", e);
        }
        for (int i = 0; i < file.getShort(4); i++) {
            byte[] tag = new byte[4];
            file.get(12 + i * 16, tag);
            tables.put(new String(tag, StandardCharsets.ISO_8859_1), file.getInt(12 + i * 16 + 8));
        }
        unitsPerEm = unsigned(table("head") + 18);
        longOffsets = file.getShort(table("head") + 50) == 1;
        widths = unsigned(table("hhea") + 34);
    }

    /** The text's outline, its base line beginning at (x, y). Control and format characters are left out. */
    Path2D outline(String text, double x, double y, double size) {
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double scale = size / unitsPerEm;
        double at = x;
        for (int c : text.codePoints().filter(SheetFont::shown).toArray()) {
            int glyph = glyph(c);
            append(outline, glyph, new AffineTransform(scale, 0, 0, -scale, at, y), 0);
            at += advance(glyph) * scale;
        }
        return outline;
    }

    /** The text's characters from left to right, as they are to be drawn, whichever way they are read. */
    static String visual(String text) {
        String shown = text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (!Bidi.requiresBidi(shown.toCharArray(), 0, shown.length())) {
            return shown;
        }
        Bidi bidi = new Bidi(shown, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int runs = bidi.getRunCount();
        String[] parts = new String[runs];
        byte[] levels = new byte[runs];
        for (int i = 0; i < runs; i++) {
            String part = shown.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            levels[i] = (byte) bidi.getRunLevel(i);
            parts[i] = levels[i] % 2 == 0
                    ? part
                    : new StringBuilder(part).reverse().toString();
        }
        Bidi.reorderVisually(levels, 0, parts, 0, runs);
        return String.join("", parts);
    }

    double width(String text, double size) {
        return text.codePoints()
                        .filter(SheetFont::shown)
                        .map(c -> advance(glyph(c)))
                        .sum()
                * size
                / unitsPerEm;
    }

    private static boolean shown(int character) {
        return character >= ' ' && Character.getType(character) != Character.FORMAT;
    }

    private int glyph(int character) {
        int cmap = table("cmap");
        for (int i = 0; i < unsigned(cmap + 2); i++) {
            int subtable = cmap + file.getInt(cmap + 4 + i * 8 + 4);
            if (unsigned(subtable) == 4 && character <= 0xffff) {
                return glyphIn(subtable, character);
            }
        }
        return 0;
    }

    private int glyphIn(int subtable, int character) {
        int doubled = unsigned(subtable + 6);
        for (int i = 0; i < doubled; i += 2) {
            int end = unsigned(subtable + 14 + i);
            if (character > end) {
                continue;
            }
            int startAt = subtable + 16 + doubled + i;
            int start = unsigned(startAt);
            if (character < start) {
                return 0;
            }
            int delta = unsigned(startAt + doubled);
            int offsetAt = startAt + 2 * doubled;
            int offset = unsigned(offsetAt);
            int glyph = offset == 0 ? character : unsigned(offsetAt + offset + 2 * (character - start));
            return glyph == 0 ? 0 : glyph + delta & 0xffff;
        }
        return 0;
    }

    private int advance(int glyph) {
        return unsigned(table("hmtx") + 4 * Math.min(glyph, widths - 1));
    }

    private void append(Path2D outline, int glyph, AffineTransform place, int depth) {
        int loca = table("loca");
        int from = longOffsets ? file.getInt(loca + 4 * glyph) : 2 * unsigned(loca + 2 * glyph);
        int to = longOffsets ? file.getInt(loca + 4 * glyph + 4) : 2 * unsigned(loca + 2 * glyph + 2);
        if (from == to || depth > 4) {
            return;
        }
        int at = table("glyf") + from;
        int contours = file.getShort(at);
        if (contours >= 0) {
            simple(outline, at + 10, contours, place);
        } else {
            composite(outline, at + 10, place, depth);
        }
    }

    /** Letters with accents: other glyphs, moved; scaled parts are not used by the font that comes along. */
    private void composite(Path2D outline, int from, AffineTransform place, int depth) {
        int at = from;
        int flags;
        do {
            flags = unsigned(at);
            int part = unsigned(at + 2);
            boolean words = (flags & 1) != 0;
            double dx = words ? file.getShort(at + 4) : file.get(at + 4);
            double dy = words ? file.getShort(at + 6) : file.get(at + 5);
            AffineTransform moved = new AffineTransform(place);
            moved.translate(dx, dy);
            append(outline, part, moved, depth + 1);
            at += words ? 8 : 6;
            at += (flags & 8) != 0 ? 2 : (flags & 64) != 0 ? 4 : (flags & 128) != 0 ? 8 : 0;
        } while ((flags & 32) != 0);
    }

    private void simple(Path2D outline, int from, int contours, AffineTransform place) {
        int points = contours == 0 ? 0 : unsigned(from + 2 * contours - 2) + 1;
        int at = from + 2 * contours;
        at += 2 + unsigned(at);
        int[] flags = new int[points];
        for (int i = 0; i < points; i++) {
            flags[i] = file.get(at++) & 0xff;
            if ((flags[i] & REPEAT) != 0) {
                int again = file.get(at++) & 0xff;
                for (; again > 0 && i + 1 < points; again--, i++) {
                    flags[i + 1] = flags[i];
                }
            }
        }
        double[] xs = new double[points];
        at = coordinates(xs, flags, SHORT_X, SAME_X, at);
        double[] ys = new double[points];
        coordinates(ys, flags, SHORT_Y, SAME_Y, at);
        Path2D glyph = new Path2D.Double();
        int first = 0;
        for (int contour = 0; contour < contours; contour++) {
            int last = unsigned(from + 2 * contour);
            contour(glyph, xs, ys, flags, first, last);
            first = last + 1;
        }
        outline.append(glyph.getPathIterator(place), false);
    }

    private int coordinates(double[] values, int[] flags, int shortBit, int sameBit, int from) {
        int at = from;
        double value = 0;
        for (int i = 0; i < values.length; i++) {
            boolean same = (flags[i] & sameBit) != 0;
            if ((flags[i] & shortBit) != 0) {
                int step = file.get(at++) & 0xff;
                value += same ? step : -step;
            } else if (!same) {
                value += file.getShort(at);
                at += 2;
            }
            values[i] = value;
        }
        return at;
    }

    /** Quadratic curves; between two control points in a row lies an implied point on the curve. */
    private static void contour(Path2D path, double[] xs, double[] ys, int[] flags, int first, int last) {
        int n = last - first + 1;
        int start = first;
        while (start < last && (flags[start] & ON_CURVE) == 0) {
            start++;
        }
        path.moveTo(xs[start], ys[start]);
        for (int i = 1; i <= n; i++) {
            int point = first + (start - first + i) % n;
            if ((flags[point] & ON_CURVE) != 0) {
                path.lineTo(xs[point], ys[point]);
                continue;
            }
            int next = first + (start - first + i + 1) % n;
            if ((flags[next] & ON_CURVE) != 0) {
                path.quadTo(xs[point], ys[point], xs[next], ys[next]);
                i++;
            } else {
                path.quadTo(xs[point], ys[point], (xs[point] + xs[next]) / 2, (ys[point] + ys[next]) / 2);
            }
        }
        path.closePath();
    }

    private int table(String tag) {
        Integer offset = tables.get(tag);
        if (offset == null) {
            throw new ModelsUnusable("the sheet's font has no table '" + tag + "'");
        }
        return offset;
    }

    private int unsigned(int at) {
        return file.getShort(at) & 0xffff;
    }
}
