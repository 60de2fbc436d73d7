package dev.callsheet.identity.evidence;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads what was written as strictly as XML is. */
record Xml(Document document) {
    static Xml of(byte[] bytes) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new Xml(builder.parse(new ByteArrayInputStream(bytes)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    List<Element> all(String tag) {
        NodeList found = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** The elements with this class, as SVG groups carry it. */
    List<Element> named(String tag, String name) {
        return all(tag).stream()
                .filter(element -> element.getAttribute("class").equals(name))
                .toList();
    }

    static int children(Element element, String tag) {
        int count = 0;
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            count += node.getNodeName().equals(tag) ? 1 : 0;
        }
        return count;
    }

    String text() {
        return document.getDocumentElement().getTextContent();
    }
}
