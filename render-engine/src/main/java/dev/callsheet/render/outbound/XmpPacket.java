package dev.callsheet.render.outbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.domain.Origin;
import dev.callsheet.render.domain.Rendered;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * What a marked clip says of itself, as XMP (ISO 16684-1): the IPTC's property for what a machine made, and ours. Holds
 * no time and nothing of chance, so that the same clip is the same bytes again.
 */
record XmpPacket(String digitalSourceType, String creatorTool, Origin origin, Rendered rendered) {
    static final String CREATOR = "Callsheet";

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String META = "adobe:ns:meta/";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/";
    private static final String IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private static final String OURS = "urn:callsheet:provenance:1:";
    private static final String BEGIN = "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
    /** Read-only: whoever wants to say something else must not write over what is hashed. */
    private static final String END = "\n<?xpacket end=\"r\"?>";

    byte[] write() {
        StringWriter text = new StringWriter();
        text.write(BEGIN);
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement("x", "xmpmeta", META);
            xml.writeNamespace("x", META);
            xml.writeStartElement("rdf", "RDF", RDF);
            xml.writeNamespace("rdf", RDF);
            xml.writeStartElement("rdf", "Description", RDF);
            xml.writeNamespace("xmp", XMP);
            xml.writeNamespace("Iptc4xmpExt", IPTC);
            xml.writeNamespace("callsheet", OURS);
            xml.writeAttribute("rdf", RDF, "about", "");
            xml.writeAttribute("Iptc4xmpExt", IPTC, "DigitalSourceType", digitalSourceType);
            xml.writeAttribute("xmp", XMP, "CreatorTool", creatorTool);
            ours(xml, "requestId", origin.requestId().toString());
            ours(xml, "takeId", origin.takeId().toString());
            ours(xml, "model", origin.model());
            ours(xml, "promptSha256", origin.promptSha256());
            ours(xml, "manifest", origin.manifest());
            ours(xml, "renderedBytes", Long.toString(rendered.bytes()));
            ours(xml, "renderedSha256", rendered.sha256());
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text is written into memory", e);
        }
        text.write(END);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void ours(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute("callsheet", OURS, name, value);
    }

    /** Empty if it is no XML, or says nothing of what we say. Reads no document type and nothing from elsewhere. */
    static Optional<XmpPacket> read(byte[] packet) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(packet), "UTF-8");
            Optional<XmpPacket> found = Optional.empty();
            while (xml.hasNext()) {
                // To the end: a packet that is cut off says nothing.
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("Description")
                        && found.isEmpty()) {
                    found = Optional.of(description(xml));
                }
            }
            return found;
        } catch (XMLStreamException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static XmpPacket description(XMLStreamReader xml) {
        Origin origin = new Origin(
                new RequestId(UUID.fromString(said(xml, OURS, "requestId"))),
                new TakeId(UUID.fromString(said(xml, OURS, "takeId"))),
                said(xml, OURS, "model"),
                said(xml, OURS, "promptSha256"),
                said(xml, OURS, "manifest"));
        Rendered rendered =
                new Rendered(Long.parseLong(said(xml, OURS, "renderedBytes")), said(xml, OURS, "renderedSha256"));
        return new XmpPacket(said(xml, IPTC, "DigitalSourceType"), said(xml, XMP, "CreatorTool"), origin, rendered);
    }

    private static String said(XMLStreamReader xml, String namespace, String name) {
        String value = xml.getAttributeValue(namespace, name);
        if (value == null) {
            throw new IllegalArgumentException("XMP: " + name + " is missing");
        }
        return value;
    }
}
