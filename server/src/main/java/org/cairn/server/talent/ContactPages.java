package org.cairn.server.talent;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cairn.server.hiring.Export;
import org.cairn.server.hiring.Exports;
import org.cairn.server.hiring.HiringWords;
import org.cairn.server.hiring.HiringWords.Crumb;
import org.cairn.server.hiring.RoleVersion;
import org.cairn.server.hiring.Roles;
import org.cairn.server.hiring.Sight;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.web.ConflictException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// Requests an employer made, and what came of them.
@Controller
@RequestMapping("/o/{organisation}/talent/contacts")
class ContactPages {
    private final Contacts contacts;
    private final Disclosure disclosure;
    private final Roles roles;
    private final Exports exports;
    private final Sight sight;
    private final HiringWords words;

    ContactPages(
            Contacts contacts, Disclosure disclosure, Roles roles, Exports exports, Sight sight, HiringWords words) {
        this.contacts = contacts;
        this.disclosure = disclosure;
        this.roles = roles;
        this.exports = exports;
        this.sight = sight;
        this.words = words;
    }

    static String base(Acting acting) {
        return TalentPages.base(acting) + "/contacts";
    }

    static String here(Acting acting, ContactId id) {
        return base(acting) + "/" + id;
    }

    record Row(String href, String alias, String role, String at, String status) {}

    @GetMapping
    String list(@ActingAs(Role.EMPLOYER) Acting acting, Model model, Locale locale) {
        model.addAttribute(
                "rows",
                contacts.of(acting).stream()
                        .map(contact -> new Row(
                                here(acting, contact.id()),
                                contact.alias(),
                                role(contact),
                                HiringWords.day(contact.askedAt(), locale),
                                contact.state().name()))
                        .toList());
        model.addAttribute("search", TalentPages.base(acting));
        model.addAttribute(
                "crumbs",
                HiringWords.crumbs(
                        acting,
                        new Crumb(TalentPages.base(acting), words.text("talent.title", locale)),
                        new Crumb("", words.text("talent.contacts.title", locale))));
        return "talent/contacts";
    }

    private String role(Contact contact) {
        return contact.role()
                .map(version -> roles.version(contact.organisation(), version))
                .map(RoleVersion::title)
                .orElse("");
    }

    @GetMapping("/{id}")
    String one(@ActingAs(Role.EMPLOYER) Acting acting, @PathVariable UUID id, Model model, Locale locale) {
        var contact = contacts.one(acting, new ContactId(id));
        model.addAttribute("contact", contact);
        model.addAttribute("status", contact.state().name());
        model.addAttribute("askedAt", HiringWords.moment(contact.askedAt(), locale));
        model.addAttribute("roleTitle", role(contact));
        model.addAttribute("here", here(acting, contact.id()));
        var revealed = disclosure.of(contact);
        model.addAttribute("revealed", revealed.isPresent());
        model.addAttribute("name", revealed.flatMap(Disclosure.Seen::name).orElse(""));
        model.addAttribute("email", revealed.flatMap(Disclosure.Seen::email).orElse(""));
        model.addAttribute(
                "share",
                revealed.flatMap(Disclosure.Seen::share).map(URI::toString).orElse(""));
        model.addAttribute(
                "cards",
                revealed.map(seen -> sight.cards(
                                seen.export().entries().stream()
                                        .map(Export.Entry::credential)
                                        .toList(),
                                locale))
                        .orElse(List.of()));
        model.addAttribute(
                "crumbs",
                HiringWords.crumbs(
                        acting,
                        new Crumb(TalentPages.base(acting), words.text("talent.title", locale)),
                        new Crumb(base(acting), words.text("talent.contacts.title", locale)),
                        new Crumb("", contact.alias())));
        return "talent/contact";
    }

    /// What she revealed, for other systems.
    @GetMapping("/{id}/{format:ler-rs.json|ats.json|ats.csv}")
    ResponseEntity<byte[]> export(
            @ActingAs(Role.EMPLOYER) Acting acting, @PathVariable UUID id, @PathVariable String format) {
        var contact = contacts.one(acting, new ContactId(id));
        var revealed = disclosure.of(contact).orElseThrow(() -> new ConflictException("talent.export.nothing"));
        contacts.exported(acting, contact);
        return exports.file(format, revealed.export());
    }
}
