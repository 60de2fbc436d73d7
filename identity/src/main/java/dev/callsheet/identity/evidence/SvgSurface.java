package dev.callsheet.identity.evidence;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A drawing as SVG text without scripts, fonts or outside resources. */
final class SvgSurface implements Surface {
    private static final int PLACES = 2;

    private final StringBuilder out = new StringBuilder();

    /** The whole drawing, fit to stand in a page. @param says what somebody who cannot see it should know */
    String svg(double width, double height, String title, String says) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(width) + "\" height=\"" + number(height)
                + "\" viewBox=\"0 0 " + number(width) + " " + number(height) + "\" role=\"img\" aria-label=\""
                + Markup.escape(title + " " + says)
                + "\" font-family=\"'DejaVu Sans', Verdana, 'Segoe UI', Arial, sans-serif\">\n<title>"
                + Markup.escape(title) + "</title>\n<desc>" + Markup.escape(says) + "</desc>\n<rect width=\""
                + number(width) + "\" height=\"" + number(height) + "\" fill=\"" + SheetStyle.hex(SheetStyle.PAPER)
                + "\"/>\n" + out + "</svg>\n";
    }

    @Override
    public void fill(Shape shape, Color colour) {
        out.append(geometry(shape))
                .append(" fill=\"")
                .append(SheetStyle.hex(colour))
                .append("\"/>\n");
    }

    @Override
    public void stroke(Shape shape, Color colour, double width) {
        out.append(geometry(shape))
                .append(" fill=\"none\" stroke=\"")
                .append(SheetStyle.hex(colour))
                .append("\" stroke-width=\"")
                .append(number(width))
                .append("\"/>\n");
    }

    @Override
    public void text(String text, double x, double y, double size, Color colour, Anchor anchor) {
        out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        out.append("\" font-size=\"").append(number(size)).append("\" fill=\"").append(SheetStyle.hex(colour));
        out.append(
                switch (anchor) {
                    case START -> "\"";
                    case MIDDLE -> "\" text-anchor=\"middle\"";
                    case END -> "\" text-anchor=\"end\"";
                });
        out.append(">").append(Markup.escape(text)).append("</text>\n");
    }

    @Override
    public void group(String name, Runnable drawing) {
        out.append("<g class=\"").append(Markup.escape(name)).append("\">\n");
        drawing.run();
        out.append("</g>\n");
    }

    private static String geometry(Shape shape) {
        return switch (shape) {
            case Rectangle2D r ->
                "<rect x=\"" + number(r.getX()) + "\" y=\"" + number(r.getY()) + "\" width=\"" + number(r.getWidth())
                        + "\" height=\"" + number(r.getHeight()) + "\"";
            case Ellipse2D e ->
                "<ellipse cx=\"" + number(e.getCenterX()) + "\" cy=\"" + number(e.getCenterY()) + "\" rx=\""
                        + number(e.getWidth() / 2) + "\" ry=\"" + number(e.getHeight() / 2) + "\"";
            default -> "<path d=\"" + path(shape) + "\"";
        };
    }

    private static String path(Shape shape) {
        StringBuilder d = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> point(d, 'M', at, 2);
                case PathIterator.SEG_LINETO -> point(d, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> point(d, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> point(d, 'C', at, 6);
                default -> d.append('Z');
            }
        }
        return d.toString();
    }

    private static void point(StringBuilder d, char command, double[] at, int values) {
        d.append(command);
        for (int i = 0; i < values; i++) {
            d.append(i == 0 ? "" : " ").append(number(at[i]));
        }
    }

    private static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
