package org.cairn.server.quality;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cairn.quality.Pack;
import org.cairn.quality.Packs;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisations;
import org.cairn.server.quality.Reports.FrameworkView;
import org.cairn.server.quality.Reports.ReportView;
import org.cairn.server.web.RateLimits;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Somebody's own pack, tried: what is wrong with it, line by line, and what it finds in a published version.
/// Nothing is stored.
@Controller
@RequestMapping("/rule-packs/try")
class TryPages {
    private static final int LARGEST = 256 * 1024;
    private static final int MOST_MISTAKES = 200;
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit("try-pack", 20, Duration.ofMinutes(1));
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Quality quality;
    private final Specs specs;
    private final Organisations organisations;
    private final RateLimits limits;
    private final MessageSource messages;

    TryPages(Quality quality, Specs specs, Organisations organisations, RateLimits limits, MessageSource messages) {
        this.quality = quality;
        this.specs = specs;
        this.organisations = organisations;
        this.limits = limits;
        this.messages = messages;
    }

    record MistakeRow(int line, int column, String path, String message, String remedy) {}

    @GetMapping
    String blank(Model model) {
        return page("", "", Map.of(), model);
    }

    /// @param spec address or id of a published version; blank only reads the pack
    @PostMapping
    String tried(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String spec,
            @RequestParam(required = false) Optional<MultipartFile> file,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        if (!limits.permits(LIMIT, request.getRemoteAddr())) {
            return refused("text", "quality.try.often", text, spec, locale, response, model);
        }
        var sent = file.filter(each -> !each.isEmpty());
        var typed = sent.isPresent() ? read(sent.get()) : Optional.of(text);
        if (typed.filter(each -> !each.isBlank() && each.length() <= LARGEST).isEmpty()) {
            return refused("text", "quality.try.text.form", text, spec, locale, response, model);
        }
        var version = version(spec);
        if (!spec.isBlank() && version.isEmpty()) {
            return refused("spec", "quality.try.spec.form", typed.get(), spec, locale, response, model);
        }
        switch (Packs.read("pack", typed.get())) {
            case Packs.Refused(var mistakes) ->
                model.addAttribute(
                        "mistakes",
                        mistakes.stream()
                                .limit(MOST_MISTAKES)
                                .map(each -> new MistakeRow(
                                        each.line(),
                                        each.column(),
                                        each.path(),
                                        each.messageIn(locale),
                                        each.remedyIn(locale)))
                                .toList());
            case Packs.Read(var pack) -> {
                model.addAttribute("pack", pack);
                model.addAttribute("name", pack.nameIn(locale));
                version.ifPresent(each -> found(pack, each, locale, model));
            }
        }
        return page(typed.get(), spec, Map.of(), model);
    }

    private void found(Pack pack, PublishedSpec version, Locale locale, Model model) {
        var issuer = organisations.byId(version.organisation()).orElseThrow();
        var report = quality.check(version.content(), issuer, List.of(pack));
        FrameworkView framework = ReportView.of(report, locale).frameworks().getFirst();
        model.addAttribute("framework", framework);
        model.addAttribute("title", version.content().titleIn(locale));
    }

    /// The last id in an address or text.
    private Optional<PublishedSpec> version(String text) {
        return ID.matcher(text.length() > 1000 ? "" : text)
                .results()
                .map(found -> new SpecVersionId(UUID.fromString(found.group())))
                .reduce((earlier, later) -> later)
                .flatMap(specs::published);
    }

    private static Optional<String> read(MultipartFile file) throws IOException {
        if (file.getSize() > LARGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.getBytes()))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    private String refused(
            String field,
            String key,
            String text,
            String spec,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        var words = messages.getMessage(key, new Object[] {LARGEST / 1024}, locale);
        return page(text, spec, Map.of(field, words), model);
    }

    private static String page(String text, String spec, Map<String, String> errors, Model model) {
        model.addAttribute("text", text);
        model.addAttribute("spec", spec);
        model.addAttribute("errors", errors);
        return "quality/try";
    }
}
