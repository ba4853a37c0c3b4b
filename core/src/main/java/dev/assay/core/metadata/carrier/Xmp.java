package dev.assay.core.metadata.carrier;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the properties of an XMP packet that speak of how a picture was made. Draw Things keeps all it has to say in
 * {@code exif:UserComment}; others state the program, or a description.
 */
final class Xmp {

    static final String KEY = "XML:com.adobe.xmp";

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final int MAX_DEPTH = 100;

    private static final Set<String> TELLING = Set.of(
            "UserComment",
            "description",
            "CreatorTool",
            "Credit",
            "parameters",
            "prompt",
            "workflow",
            "Comment",
            "DigitalSourceType");

    private final Harvest harvest;
    private final Deque<String> open = new ArrayDeque<>();

    private Xmp(Harvest harvest) {
        this.harvest = harvest;
    }

    /** Keeps the packet as it is, and each telling property of it. */
    static void read(String packet, Harvest harvest) {
        harvest.add("XMP", KEY, packet.replace("\0", ""));
        if (TELLING.stream().anyMatch(packet::contains)) {
            new Xmp(harvest).properties(packet.replace("\0", "").strip());
        }
    }

    private void properties(String packet) {
        try {
            var reader = factory().createXMLStreamReader(new StringReader(packet));
            while (reader.hasNext() && open.size() < MAX_DEPTH) {
                event(reader);
            }
        } catch (XMLStreamException _) {
            harvest.damaged("An XMP packet is no sound XML.");
        }
    }

    /** Nothing outside the packet is ever looked at. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void event(XMLStreamReader reader) throws XMLStreamException {
        switch (reader.next()) {
            case XMLStreamConstants.START_ELEMENT -> element(reader);
            case XMLStreamConstants.END_ELEMENT -> open.pollFirst();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> property(reader.getText());
            default -> {
                // Comments and the like.
            }
        }
    }

    private void element(XMLStreamReader reader) {
        // Lists and their items belong to the property around them.
        var isList = RDF.equals(reader.getNamespaceURI()) && !open.isEmpty();
        open.push(isList ? open.getFirst() : name(reader.getPrefix(), reader.getLocalName()));
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (TELLING.contains(reader.getAttributeLocalName(i))) {
                harvest.add(
                        "XMP",
                        name(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                        reader.getAttributeValue(i));
            }
        }
    }

    private static String name(String prefix, String local) {
        return prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private void property(String text) {
        var name = open.isEmpty() ? "" : open.getFirst();
        if (TELLING.contains(name.substring(name.indexOf(':') + 1))) {
            harvest.add("XMP", name, text.strip());
        }
    }
}
