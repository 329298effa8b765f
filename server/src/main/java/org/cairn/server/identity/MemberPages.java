package org.cairn.server.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cairn.server.identity.Organisations.Member;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.Sure;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Who works for an organisation: invite, change roles, remove.
@Controller
@RequestMapping("/o/{organisation}/members")
class MemberPages {
    private final Organisations organisations;
    private final Invitations invitations;
    private final Forms forms;
    private final Flash flash;

    MemberPages(Organisations organisations, Invitations invitations, Forms forms, Flash flash) {
        this.organisations = organisations;
        this.invitations = invitations;
        this.forms = forms;
        this.flash = flash;
    }

    @GetMapping
    String list(@ActingAs(Role.ADMIN) Acting acting, Model model, Locale locale) {
        return list(acting, "", Set.of(), model, locale);
    }

    private String list(Acting acting, String email, Set<Role> roles, Model model, Locale locale) {
        model.addAttribute("acting", acting);
        model.addAttribute("members", organisations.members(acting.organisationId()));
        model.addAttribute("invitations", invitations.of(acting.organisationId()));
        model.addAttribute(
                "roleOptions", forms.roles(acting.organisation().kind().roles(), locale));
        model.addAttribute("email", email);
        model.addAttribute("roles", roles.stream().map(Role::name).toList());
        return "identity/members";
    }

    @PostMapping("/invitations")
    String invite(
            @ActingAs(Role.ADMIN) Acting acting,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") Set<Role> roles,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale) {
        try {
            var address = invitations.invite(acting, email, roles, locale);
            flash.ok(next, locale, "identity.member.invited", address.value());
            return "redirect:" + home(acting);
        } catch (InputException e) {
            forms.refuse(e, model, response, locale);
            return list(acting, email, roles, model, locale);
        }
    }

    @PostMapping("/invitations/{id}/withdrawal")
    String withdraw(
            @ActingAs(Role.ADMIN) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var invitation = invitations.of(acting.organisationId()).stream()
                .filter(open -> open.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("invitation"));
        if (!sure) {
            var action = home(acting) + "/invitations/" + id + "/withdrawal";
            var whom = invitation.address().value();
            return new Sure(whom, "identity.member.withdrawal", action, home(acting), Map.of()).ask(model);
        }
        if (!invitations.withdraw(acting, id)) {
            throw new NotFoundException("invitation");
        }
        flash.ok(next, locale, "identity.member.uninvited");
        return "redirect:" + home(acting);
    }

    @GetMapping("/{person}")
    String member(@ActingAs(Role.ADMIN) Acting acting, @PathVariable UUID person, Model model, Locale locale) {
        var member = member(acting, person);
        return member(acting, member, member.roles(), model, locale);
    }

    private String member(Acting acting, Member member, Set<Role> roles, Model model, Locale locale) {
        model.addAttribute("acting", acting);
        model.addAttribute("member", member);
        model.addAttribute(
                "roleOptions", forms.roles(acting.organisation().kind().roles(), locale));
        model.addAttribute("roles", roles.stream().map(Role::name).toList());
        return "identity/member";
    }

    @PostMapping("/{person}")
    String changeRoles(
            @ActingAs(Role.ADMIN) Acting acting,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") Set<Role> roles,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale) {
        var member = member(acting, person);
        try {
            Invitations.requireRolesOf(acting.organisation(), roles);
            organisations.setRoles(acting.organisationId(), member.person(), roles, acting.actor());
            flash.ok(next, locale, "identity.member.changed", member.name());
            return "redirect:" + (isSelf(acting, member) ? "/home" : home(acting));
        } catch (InputException e) {
            forms.refuse(e, model, response, locale);
            return member(acting, member, roles, model, locale);
        }
    }

    @PostMapping("/{person}/removal")
    String remove(
            @ActingAs(Role.ADMIN) Acting acting,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale) {
        var member = member(acting, person);
        try {
            if (!sure) {
                throw new InputException(Fault.of("sure", "identity.sure.form"));
            }
            organisations.setRoles(acting.organisationId(), member.person(), Set.of(), acting.actor());
            flash.ok(next, locale, "identity.member.removed", member.name());
            return "redirect:" + (isSelf(acting, member) ? "/home" : home(acting));
        } catch (InputException e) {
            forms.refuse(e, model, response, locale);
            return member(acting, member, member.roles(), model, locale);
        }
    }

    private Member member(Acting acting, UUID person) {
        return organisations.members(acting.organisationId()).stream()
                .filter(m -> m.person().value().equals(person))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("member"));
    }

    /// Whoever changed her own roles may not be allowed back onto these pages.
    private static boolean isSelf(Acting acting, Member member) {
        return acting.actor().equals("person:" + member.person());
    }

    private static String home(Acting acting) {
        return "/o/" + acting.organisation().slug() + "/members";
    }
}
