package org.cairn.server.portfolio;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/// Well-formed XHTML as a tagged PDF (PDF/UA) for the archive (PDF/A-3a) with one file attached. Fonts are embedded and
/// cover Latin, Greek, Cyrillic and Arabic; nothing is fetched from anywhere. Stateless.
final class PdfPage {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

    private PdfPage() {}

    /// A file that travels inside the PDF.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Attachment(String name, String mediaType, String description, byte[] content) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Printed(byte[] pdf, int pages) {}

    static Printed of(String xhtml, boolean rightToLeft, Attachment attachment, Instant now) {
        try (var out = new ByteArrayOutputStream();
                var renderer = builder(xhtml, rightToLeft).buildPdfRenderer();
                var document = renderer.createPDFKeepOpen()) {
            attach(document, attachment, now);
            document.save(out);
            return new Printed(out.toByteArray(), document.getNumberOfPages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdfRendererBuilder builder(String xhtml, boolean rightToLeft) {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(rightToLeft ? TextDirection.RTL : TextDirection.LTR);
        // Everything stands in the document itself: a text that smuggles an address in gets nothing fetched.
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        font(builder, "DejaVuSans.ttf", 400);
        font(builder, "DejaVuSans-Bold.ttf", 700);
        builder.withProducer("Cairn");
        builder.withHtmlContent(xhtml, null);
        return builder;
    }

    private static void font(PdfRendererBuilder builder, String file, int weight) {
        builder.useFont(() -> resource(FONTS + file), "DejaVu Sans", weight, FontStyle.NORMAL, true);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(PdfPage.class.getResourceAsStream(name), name);
    }

    /// As PDF/A-3 wants it: named in the tree of embedded files and in the catalogue's AF, with its relationship.
    private static void attach(PDDocument document, Attachment attachment, Instant now) throws IOException {
        var file = new PDEmbeddedFile(document, new ByteArrayInputStream(attachment.content()));
        file.setSubtype(attachment.mediaType());
        file.setSize(attachment.content().length);
        file.setModDate(GregorianCalendar.from(now.atZone(ZoneOffset.UTC)));
        var specification = new PDComplexFileSpecification();
        specification.setFile(attachment.name());
        specification.setFileUnicode(attachment.name());
        specification.setFileDescription(attachment.description());
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Source");
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(attachment.name(), specification));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        var associated = new COSArray();
        associated.add(specification.getCOSObject());
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }
}
