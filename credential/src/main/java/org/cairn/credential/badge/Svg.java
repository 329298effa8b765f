package org.cairn.credential.badge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.cairn.credential.badge.BakingException.Code;

/// The credential as an element of the root: JSON as its text, a JWS as its `verify` attribute.
final class Svg {

    private static final QName ROOT = new QName("http://www.w3.org/2000/svg", "svg");
    private static final QName CREDENTIAL = new QName("https://purl.imsglobal.org/ob/v3p0", "credential", "openbadges");

    /// Of Open Badges 2.0; only read.
    private static final QName OLD_CREDENTIAL = new QName("http://openbadges.org", "assertion", "openbadges");

    private static final QName VERIFY = new QName("verify");

    /// Document types are neither read nor obeyed, so that no entity can expand or fetch.
    private static final XMLInputFactory READERS = readers();

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();
    private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();

    private Svg() {}

    static byte[] bake(byte[] svg, String credential) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(svg.length + credential.length() + 200);
            XMLEventReader in = reader(svg);
            XMLEventWriter writer = WRITERS.createXMLEventWriter(out, StandardCharsets.UTF_8.name());
            copy(in, writer, credential);
            writer.flush();
            return out.toByteArray();
        } catch (XMLStreamException e) {
            throw new BakingException(Code.DAMAGED, "the picture is not well-formed SVG");
        }
    }

    static Optional<String> unbake(byte[] svg) {
        try {
            List<String> found = new ArrayList<>();
            List<String> old = new ArrayList<>();
            XMLEventReader in = reader(svg);
            boolean inside = false;
            while (in.hasNext()) {
                XMLEvent event = in.nextEvent();
                inside = inside || isRoot(event);
                if (isCredential(event)) {
                    found.add(content(in, event.asStartElement()));
                } else if (isNamed(event, OLD_CREDENTIAL)) {
                    old.add(content(in, event.asStartElement()));
                }
            }
            checkSvg(inside);
            return only(found).or(() -> only(old));
        } catch (XMLStreamException e) {
            throw new BakingException(Code.DAMAGED, "the picture is not well-formed SVG");
        }
    }

    private static void copy(XMLEventReader in, XMLEventWriter out, String credential) throws XMLStreamException {
        boolean inside = false;
        while (in.hasNext()) {
            XMLEvent event = in.nextEvent();
            if (isCredential(event)) {
                content(in, event.asStartElement());
            } else if (event.getEventType() != XMLEvent.DTD) {
                out.add(event);
            }
            if (!inside && isRoot(event)) {
                write(out, credential);
                inside = true;
            }
        }
        checkSvg(inside);
    }

    /// Whether this opens the picture; any other element first means that it is none.
    private static boolean isRoot(XMLEvent event) {
        if (event.isStartElement()) {
            checkSvg(ROOT.equals(event.asStartElement().getName()));
        }
        return event.isStartElement();
    }

    private static void checkSvg(boolean isSvg) {
        if (!isSvg) {
            throw new BakingException(Code.NOT_A_PICTURE, "not an SVG picture");
        }
    }

    private static void write(XMLEventWriter out, String credential) throws XMLStreamException {
        boolean json = credential.stripLeading().startsWith("{");
        out.add(EVENTS.createStartElement(CREDENTIAL, null, null));
        out.add(EVENTS.createNamespace(CREDENTIAL.getPrefix(), CREDENTIAL.getNamespaceURI()));
        if (json) {
            out.add(EVENTS.createCData(withinCdata(credential)));
        } else {
            out.add(EVENTS.createAttribute(VERIFY, credential));
        }
        out.add(EVENTS.createEndElement(CREDENTIAL, null));
    }

    /// What XML cannot hold can only stand inside a JSON string, where its escape is the same character.
    private static String withinCdata(String json) {
        return json.replace("]]>", "]]\\u003e").replace("\uFFFE", "\\ufffe").replace("\uFFFF", "\\uffff");
    }

    private static boolean isCredential(XMLEvent event) {
        return isNamed(event, CREDENTIAL);
    }

    private static boolean isNamed(XMLEvent event, QName name) {
        return event.isStartElement() && name.equals(event.asStartElement().getName());
    }

    private static String content(XMLEventReader in, StartElement element) throws XMLStreamException {
        String text = in.getElementText().strip();
        var verify = element.getAttributeByName(VERIFY);
        String result = text.isEmpty() && verify != null ? verify.getValue() : text;
        if (result.length() > Baking.MAX_CREDENTIAL) {
            throw new BakingException(Code.TOO_LARGE, "the credential in the picture is too large");
        }
        return result;
    }

    private static Optional<String> only(List<String> found) {
        if (found.size() > 1) {
            throw new BakingException(Code.SEVERAL_CREDENTIALS, "the picture holds more than one credential");
        }
        return found.stream().findFirst();
    }

    private static XMLEventReader reader(byte[] svg) throws XMLStreamException {
        boolean utf16 = svg.length > 1 && (svg[0] == (byte) 0xfe || svg[0] == (byte) 0xff);
        var decoder = (utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).newDecoder();
        return READERS.createXMLEventReader(new InputStreamReader(new ByteArrayInputStream(svg), decoder));
    }

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }
}
