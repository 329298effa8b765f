package org.cairn.server.talent;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cairn.server.hiring.HiringWords;
import org.cairn.server.hiring.HiringWords.Crumb;
import org.cairn.server.hiring.RoleVersion;
import org.cairn.server.hiring.Roles;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.Sure;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A learner answers an employer: yes with what may be seen, or no.
@Controller
@RequestMapping("/portfolio/talent/contacts/{id}")
class MyContactPages {
    private final Contacts contacts;
    private final Roles roles;
    private final Organisations organisations;
    private final Entry entry;
    private final HiringWords words;
    private final Flash flash;

    MyContactPages(
            Contacts contacts, Roles roles, Organisations organisations, Entry entry, HiringWords words, Flash flash) {
        this.contacts = contacts;
        this.roles = roles;
        this.organisations = organisations;
        this.entry = entry;
        this.words = words;
        this.flash = flash;
    }

    private static String here(ContactId id) {
        return MyTalentPages.HOME + "/contacts/" + id;
    }

    record SkillRow(String label, String said) {}

    @GetMapping
    String one(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model, Locale locale) {
        return show(contacts.hers(me.person(), new ContactId(id)), model, locale);
    }

    private String show(Contact contact, Model model, Locale locale) {
        var employer = organisations
                .byId(contact.organisation())
                .map(Organisation::legalName)
                .orElse("–");
        model.addAttribute("employer", employer);
        model.addAttribute("domain", entry.domain(contact.organisation()).orElse(""));
        model.addAttribute("contact", contact);
        model.addAttribute("status", contact.state().name());
        model.addAttribute("askedAt", HiringWords.moment(contact.askedAt(), locale));
        model.addAttribute("here", here(contact.id()));
        var role = contact.role().map(version -> roles.version(contact.organisation(), version));
        model.addAttribute("roleTitle", role.map(RoleVersion::title).orElse(""));
        model.addAttribute("roleAbout", role.map(RoleVersion::about).orElse(""));
        model.addAttribute(
                "roleSkills",
                role.map(RoleVersion::skills).orElse(List.of()).stream()
                        .map(skill -> new SkillRow(
                                skill.label(),
                                words.text(
                                        "hiring.wanted",
                                        locale,
                                        words.text("hiring.weight." + skill.weight(), locale),
                                        words.level(skill.level(), locale))))
                        .toList());
        HiringWords.unlessRefused(model);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/portfolio", words.text("portfolio.list.title", locale)),
                        new Crumb(MyTalentPages.HOME, words.text("talent.mine.title", locale)),
                        new Crumb("", employer)));
        return "talent/my-contact";
    }

    /// @param answer YES or NO
    @PostMapping("/answer")
    String answer(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "false") boolean name,
            @RequestParam(defaultValue = "false") boolean email,
            @RequestParam(defaultValue = "false") boolean share,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        var contact = contacts.hers(me.person(), new ContactId(id));
        try {
            if (answer.equals("YES")) {
                contacts.accept(me.person(), contact.id(), new Contacts.Wish(name, email, share));
                flash.ok(next, locale, "talent.accepted");
            } else if (answer.equals("NO")) {
                contacts.decline(me.person(), contact.id());
                flash.ok(next, locale, "talent.declined");
            }
            return "redirect:" + here(contact.id());
        } catch (InputException e) {
            words.refuse(e.faults(), model, response, locale);
            return show(contact, model, locale);
        }
    }

    @PostMapping("/close")
    String close(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var contact = contacts.hers(me.person(), new ContactId(id));
        if (!sure) {
            var here = here(contact.id());
            return new Sure("", "talent.close", here + "/close", here, Map.of()).ask(model);
        }
        contacts.close(me.person(), contact.id());
        flash.ok(next, locale, "talent.closed");
        return "redirect:" + here(contact.id());
    }
}
