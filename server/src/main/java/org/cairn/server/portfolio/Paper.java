package org.cairn.server.portfolio;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.server.portfolio.PdfPage.Attachment;
import org.cairn.server.portfolio.PdfPage.Printed;
import org.cairn.server.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// A credential as one A4 page that proves itself: the signed document travels inside the PDF, and the code on it leads
/// to the check. Thread-safe.
@Component
class Paper {
    /// In points, tried in turn until everything stands on one page.
    private static final List<String> SIZES = List.of("10", "8.5", "7.2", "6");

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final InstantSource time;

    Paper(ITemplateEngine templates, MessageSource messages, InstantSource time) {
        this.templates = templates;
        this.messages = messages;
        this.time = time;
    }

    /// What goes onto and into the page beside the words.
    ///
    /// @param art the badge's picture as PNG
    /// @param json the signed document, attached as it is
    /// @param check where the code leads
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Enclosed(byte[] art, String json, URI check) {}

    byte[] of(Sheet sheet, Enclosed enclosed, Locale reader) {
        var language = Languages.nearest(reader);
        var attachment = new Attachment(
                "badge.json",
                "application/json",
                messages.getMessage("portfolio.paper.attachment", null, language),
                enclosed.json().getBytes(StandardCharsets.UTF_8));
        return SIZES.stream()
                .map(size -> print(words(sheet, enclosed, language, size), language, attachment))
                .filter(printed -> printed.pages() == 1)
                .findFirst()
                .orElseGet(() -> print(words(sheet, enclosed, language, SIZES.getLast()), language, attachment))
                .pdf();
    }

    private Printed print(String xhtml, Locale language, Attachment attachment) {
        return PdfPage.of(xhtml, Languages.direction(language).equals("rtl"), attachment, time.instant());
    }

    private String words(Sheet sheet, Enclosed enclosed, Locale language, String size) {
        var qr = new QrCode(enclosed.check().toString()).png();
        return templates.process(
                "portfolio/paper",
                new Context(
                        language,
                        Map.of(
                                "sheet", sheet,
                                "lang", language.toLanguageTag(),
                                "dir", Languages.direction(language),
                                "size", size,
                                "art", Base64.getEncoder().encodeToString(enclosed.art()),
                                "qr", Base64.getEncoder().encodeToString(qr),
                                "check", enclosed.check().toString(),
                                "printedOn", Dates.day(time.instant(), language))));
    }
}
