package dev.callsheet.identity.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A self-contained page in the making: HTML that is XML too, without scripts and outside resources. It can be sent by
 * mail and opened for ever.
 */
final class HtmlPage {
    private final StringBuilder body = new StringBuilder();

    /** An element around what the drawing puts in. @param attributes names and values in turn */
    HtmlPage in(String element, List<String> attributes, Runnable content) {
        tag(element, attributes).append(">\n");
        content.run();
        body.append("</").append(element).append(">\n");
        return this;
    }

    HtmlPage in(String element, Runnable content) {
        return in(element, List.of(), content);
    }

    /** An element with text. */
    HtmlPage put(String element, String text, String... attributes) {
        tag(element, List.of(attributes)).append('>').append(Markup.escape(text));
        body.append("</").append(element).append(">\n");
        return this;
    }

    /** A list of texts; nothing without any. */
    HtmlPage list(List<String> items) {
        return items.isEmpty() ? this : in("ul", () -> items.forEach(item -> put("li", item)));
    }

    /** A verdict's word, with a shape by its side. */
    HtmlPage word(String element, String word, String verdict) {
        return put(element, word, "class", "word " + cssClass(verdict));
    }

    /** A PNG within the page. */
    HtmlPage png(byte[] png, String says) {
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
        tag("img", List.of("alt", says, "src", data)).append("/>\n");
        return this;
    }

    /** A drawing that {@link SvgSurface} has made. */
    HtmlPage drawing(String svg) {
        return in("div", List.of("class", "wide"), () -> body.append(svg));
    }

    /** The whole page, UTF-8. */
    byte[] bytes(String title) {
        String page = "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"
                + "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                + "<meta name=\"color-scheme\" content=\"light\"/>\n<meta name=\"referrer\" content=\"no-referrer\"/>\n"
                + "<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\"/>\n<title>"
                + Markup.escape(title) + "</title>\n<style>\n" + style() + "</style>\n</head>\n<body>\n" + body
                + "</body>\n</html>\n";
        return page.getBytes(StandardCharsets.UTF_8);
    }

    /** The class that the style knows a verdict by. */
    static String cssClass(String outcome) {
        return outcome.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private StringBuilder tag(String element, List<String> attributes) {
        body.append('<').append(element);
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            body.append(' ').append(attributes.get(i)).append("=\"");
            body.append(Markup.escape(attributes.get(i + 1))).append('"');
        }
        return body;
    }

    private static String style() {
        try (InputStream in = HtmlPage.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IllegalStateException("page.css is not in the application");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("page.css cannot be read", e);
        }
    }
}
