package org.cairn.server.trust;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cairn.server.identity.Operators;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.PageWords;
import org.cairn.server.web.Sure;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where the operator says whom this platform trusts to vouch for issuers.
@Controller
@RequestMapping("/operator/trust")
class OperatorTrustPages {
    private static final String HOME = "/operator/trust";

    private final Operators operators;
    private final Organisations organisations;
    private final TrustLists lists;
    private final PageWords pages;
    private final Flash flash;

    OperatorTrustPages(
            Operators operators, Organisations organisations, TrustLists lists, PageWords pages, Flash flash) {
        this.operators = operators;
        this.organisations = organisations;
        this.lists = lists;
        this.pages = pages;
        this.flash = flash;
    }

    record OwnBody(String slug, String name, boolean trusted) {}

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        operators.require(me);
        model.addAttribute("errors", Map.of());
        return page("", model);
    }

    private String page(String name, Model model) {
        var trusted = lists.own();
        model.addAttribute(
                "bodies",
                organisations.all().stream()
                        .filter(o -> o.kind() == Organisation.Kind.QUALITY_BODY)
                        .map(o -> new OwnBody(o.slug(), o.legalName(), trusted.contains(o.id())))
                        .toList());
        model.addAttribute("lists", lists.lists());
        model.addAttribute("name", name);
        return "trust/operator";
    }

    @PostMapping("/bodies/{slug}")
    String name(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String slug,
            @RequestParam(defaultValue = "false") boolean trusted,
            RedirectAttributes next,
            Locale locale) {
        operators.require(me);
        lists.setOwn(me.actor(), body(slug), trusted);
        flash.ok(next, locale, trusted ? "trust.operator.named" : "trust.operator.unnamed");
        return "redirect:" + HOME;
    }

    private OrganisationId body(String slug) {
        return organisations
                .bySlug(slug)
                .filter(o -> o.kind() == Organisation.Kind.QUALITY_BODY)
                .map(Organisation::id)
                .orElseThrow(() -> new NotFoundException("quality body"));
    }

    @PostMapping("/lists")
    String add(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "file", required = false) List<MultipartFile> files,
            @RequestParam(defaultValue = "") String name,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model,
            Locale locale)
            throws IOException {
        operators.require(me);
        var bytes = files == null || files.isEmpty()
                ? new byte[0]
                : files.getFirst().getBytes();
        try {
            lists.add(me.actor(), TrustListFile.read(bytes, name), bytes);
        } catch (InputException e) {
            pages.refuse(e, model, response, locale);
            return page(name, model);
        }
        flash.ok(next, locale, "trust.operator.added");
        return "redirect:" + HOME;
    }

    @PostMapping("/lists/{id}/drop")
    String drop(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            RedirectAttributes next,
            Model model,
            Locale locale) {
        operators.require(me);
        var list = lists.lists().stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("trust list"));
        if (!sure) {
            return new Sure(list.name(), "trust.operator.drop", HOME + "/lists/" + id + "/drop", HOME, Map.of())
                    .ask(model);
        }
        lists.drop(me.actor(), id);
        flash.ok(next, locale, "trust.operator.dropped");
        return "redirect:" + HOME;
    }
}
