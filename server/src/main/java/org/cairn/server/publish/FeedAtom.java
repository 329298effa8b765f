package org.cairn.server.publish;

import java.io.StringWriter;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.cairn.server.catalogue.SpecVersionId;
import org.springframework.stereotype.Component;

/// Pages of the feed as Atom (RFC 4287) with links between them (RFC 5005) and between versions (RFC 5829). Atom rather
/// than a sitemap, because it has pages, and says of each version where its other forms are and what replaced it.
@Component
class FeedAtom {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Places places;

    FeedAtom(Places places) {
        this.places = places;
    }

    /// @param onward where this page ends
    String of(Feed.Page page, String onward) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", places.address("/feed/atom.xml"));
            element(xml, "title", "Cairn");
            element(xml, "updated", page.end().publishedAt().toString());
            link(xml, "alternate", "text/html", places.address("/feed"));
            if (page.more()) {
                link(xml, "next", "application/atom+xml", onward);
            }
            for (var listing : page.listings()) {
                entry(xml, listing);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void entry(XMLStreamWriter xml, Listing listing) throws XMLStreamException {
        var id = listing.spec().id();
        xml.writeStartElement("entry");
        element(xml, "id", places.version(id));
        xml.writeStartElement("title");
        xml.writeAttribute("xml:lang", listing.language());
        xml.writeCharacters(writable(listing.title()));
        xml.writeEndElement();
        element(xml, "published", listing.spec().publishedAt().toString());
        element(xml, "updated", listing.spec().publishedAt().toString());
        xml.writeStartElement("author");
        element(xml, "name", listing.issuer().legalName());
        element(xml, "uri", places.issuer(listing.issuer()));
        xml.writeEndElement();
        link(xml, "alternate", "text/html", places.version(id));
        for (var format : Format.values()) {
            link(xml, "alternate", Format.JSON_LD, places.document(id, format));
        }
        version(xml, "predecessor-version", listing.succession().previous());
        version(xml, "successor-version", listing.succession().next());
        xml.writeEndElement();
    }

    private void version(XMLStreamWriter xml, String relation, Optional<SpecVersionId> other)
            throws XMLStreamException {
        if (other.isPresent()) {
            link(xml, relation, "text/html", places.version(other.get()));
        }
    }

    private static void link(XMLStreamWriter xml, String relation, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(writable(text));
        xml.writeEndElement();
    }

    /// Without what no XML document may hold.
    private static String writable(String text) {
        return text.codePoints()
                .filter(FeedAtom::isWritable)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isWritable(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c < 0xD800)
                || (c > 0xDFFF && c < 0xFFFE)
                || c >= 0x10000;
    }
}
