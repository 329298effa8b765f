package org.cairn.credential.badge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
    private static final QName VERIFY = new QName("verify");
    private static final int MAX_DEPTH = 256;

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
            XMLEventReader in = reader(svg);
            Nesting nesting = new Nesting();
            while (in.hasNext()) {
                XMLEvent event = in.nextEvent();
                nesting.enter(event);
                if (isCredential(event)) {
                    found.add(content(in, event.asStartElement()));
                    nesting.leave();
                }
            }
            nesting.checkComplete();
            return only(found);
        } catch (XMLStreamException e) {
            throw new BakingException(Code.DAMAGED, "the picture is not well-formed SVG");
        }
    }

    /// Counts open elements; the first one has to be the SVG root.
    private static final class Nesting {
        private int depth;
        private boolean started;

        void enter(XMLEvent event) {
            if (event.isStartElement()) {
                if (!started && !ROOT.equals(event.asStartElement().getName())) {
                    throw new BakingException(Code.NOT_A_PICTURE, "not an SVG picture");
                }
                started = true;
                if (++depth > MAX_DEPTH) {
                    throw new BakingException(Code.UNSAFE, "the picture is nested too deeply");
                }
            } else if (event.isEndElement()) {
                depth--;
            }
        }

        void leave() {
            depth--;
        }

        void checkComplete() {
            if (!started) {
                throw new BakingException(Code.NOT_A_PICTURE, "not an SVG picture");
            }
        }
    }

    private static void copy(XMLEventReader in, XMLEventWriter out, String credential) throws XMLStreamException {
        Nesting nesting = new Nesting();
        while (in.hasNext()) {
            XMLEvent event = in.nextEvent();
            boolean atRoot = event.isStartElement() && !nesting.started;
            nesting.enter(event);
            if (isCredential(event)) {
                content(in, event.asStartElement());
                nesting.leave();
            } else if (event.getEventType() != XMLEvent.DTD) {
                out.add(event);
            }
            if (atRoot) {
                write(out, credential);
            }
        }
        nesting.checkComplete();
    }

    private static void write(XMLEventWriter out, String credential) throws XMLStreamException {
        boolean json = credential.stripLeading().startsWith("{");
        out.add(EVENTS.createStartElement(CREDENTIAL, null, null));
        out.add(EVENTS.createNamespace(CREDENTIAL.getPrefix(), CREDENTIAL.getNamespaceURI()));
        if (json) {
            // The end mark of CDATA can only stand inside a JSON string, where this is the same character.
            out.add(EVENTS.createCData(credential.replace("]]>", "]]\\u003e")));
        } else {
            out.add(EVENTS.createAttribute(VERIFY, credential));
        }
        out.add(EVENTS.createEndElement(CREDENTIAL, null));
    }

    private static boolean isCredential(XMLEvent event) {
        return event.isStartElement()
                && CREDENTIAL.equals(event.asStartElement().getName());
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
        return READERS.createXMLEventReader(new ByteArrayInputStream(svg));
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
