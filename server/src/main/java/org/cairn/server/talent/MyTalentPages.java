package org.cairn.server.talent;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.server.hiring.HiringWords;
import org.cairn.server.hiring.HiringWords.Crumb;
import org.cairn.server.hiring.HiringWords.Option;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.Sure;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A learner's side of being found: what she lists, what employers see of it, who looked, who asked.
@Controller
@RequestMapping("/portfolio/talent")
class MyTalentPages {
    static final String HOME = "/portfolio/talent";
    /// Stands for the name each employer gets to see; every one gets another.
    private static final String SAMPLE_NAME = "Mirosake";

    private final Listings listings;
    private final Contacts contacts;
    private final Finding finding;
    private final TalentView view;
    private final Organisations organisations;
    private final HiringWords words;
    private final Flash flash;

    MyTalentPages(
            Listings listings,
            Contacts contacts,
            Finding finding,
            TalentView view,
            Organisations organisations,
            HiringWords words,
            Flash flash) {
        this.listings = listings;
        this.contacts = contacts;
        this.finding = finding;
        this.view = view;
        this.organisations = organisations;
        this.words = words;
        this.flash = flash;
    }

    record LookRow(String who, String what, String at) {}

    record ContactRow(String href, String who, String at, String status) {}

    /// Her listing where she has one, else the form for one.
    @GetMapping
    String home(@AuthenticationPrincipal SignedIn me, Model model, Locale locale) {
        var live = listings.live(me.person());
        model.addAttribute("contacts", contactRows(me, locale));
        if (live.isEmpty()) {
            return form(me, TalentForm.blank(), model, locale);
        }
        var listing = live.get();
        model.addAttribute("card", card(listing, me, locale));
        model.addAttribute("nameShown", listing.nameShown());
        model.addAttribute("until", HiringWords.day(listing.expiresAt(), locale));
        model.addAttribute(
                "looks",
                listings.looks(listing).stream()
                        .map(look -> new LookRow(
                                name(organisations.byId(look.organisation())),
                                words.text("talent.look." + look.kind(), locale),
                                HiringWords.moment(look.at(), locale)))
                        .toList());
        model.addAttribute("home", HOME);
        model.addAttribute("crumbs", crumbs(locale));
        return "talent/mine";
    }

    private static String name(Optional<Organisation> organisation) {
        return organisation.map(Organisation::legalName).orElse("–");
    }

    private List<ContactRow> contactRows(SignedIn me, Locale locale) {
        return contacts.of(me.person()).stream()
                .map(contact -> new ContactRow(
                        HOME + "/contacts/" + contact.id(),
                        name(organisations.byId(contact.organisation())),
                        HiringWords.day(contact.askedAt(), locale),
                        contact.state().name()))
                .toList();
    }

    private TalentView.Card card(Listing listing, SignedIn me, Locale locale) {
        var facts = finding.standing(listing);
        var name = listing.nameShown() ? me.name() : SAMPLE_NAME;
        return view.card("", name, listing, facts, Finding.backed(listing, facts), locale);
    }

    /// The form, also to replace a listing by another.
    @GetMapping("/new")
    String blank(@AuthenticationPrincipal SignedIn me, Model model, Locale locale) {
        return form(me, listings.live(me.person()).map(TalentForm::of).orElseGet(TalentForm::blank), model, locale);
    }

    record Choice(String value, String label, String note, boolean chosen) {}

    private String form(SignedIn me, TalentForm form, Model model, Locale locale) {
        var facts = listings.facts(me.person());
        model.addAttribute(
                "credentials",
                facts.stream()
                        .map(fact -> new Choice(
                                fact.credential().id().toString(),
                                fact.spec().content().titleIn(locale),
                                fact.issuer(),
                                form.credentials()
                                        .contains(fact.credential().id().toString())))
                        .toList());
        model.addAttribute(
                "skills",
                view.skillsOf(facts, locale).stream()
                        .map(skill -> new Choice(
                                skill.value(), skill.label(), "", form.skills().contains(skill.value())))
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("countries", view.countries(locale));
        model.addAttribute(
                "months",
                Listings.MONTHS.stream()
                        .sorted()
                        .map(months -> new Option(months.toString(), words.text("talent.months.of", locale, months)))
                        .toList());
        model.addAttribute("replaces", listings.live(me.person()).isPresent());
        model.addAttribute("home", HOME);
        if (!model.containsAttribute("contacts")) {
            model.addAttribute("contacts", contactRows(me, locale));
        }
        HiringWords.unlessRefused(model);
        model.addAttribute("crumbs", crumbs(locale));
        return "talent/form";
    }

    private List<Crumb> crumbs(Locale locale) {
        return List.of(
                new Crumb("/portfolio", words.text("portfolio.list.title", locale)),
                new Crumb("", words.text("talent.mine.title", locale)));
    }

    record Rare(String what, String how) {}

    /// What employers would see, and by what she might be told apart. Publishes nothing.
    @PostMapping("/preview")
    String preview(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        var form = TalentForm.of(sent);
        try {
            var listing = listings.preview(me.person(), form.wish());
            model.addAttribute("card", card(listing, me, locale));
            model.addAttribute("rare", rare(listing, me, locale));
            model.addAttribute("form", form);
            model.addAttribute("until", HiringWords.day(listing.expiresAt(), locale));
            model.addAttribute("replaces", listings.live(me.person()).isPresent());
            model.addAttribute("home", HOME);
            model.addAttribute("crumbs", crumbs(locale));
            return "talent/preview";
        } catch (InputException e) {
            words.refuse(e.faults(), model, response, locale);
            return form(me, form, model, locale);
        }
    }

    private List<Rare> rare(Listing listing, SignedIn me, Locale locale) {
        var standout = listings.standout(listing);
        var skills = view.labels(standout.rareSkills().keySet(), locale).stream()
                .map(skill -> new Rare(
                        skill.label(),
                        words.text(
                                "talent.rare.skill",
                                locale,
                                standout.rareSkills().getOrDefault(skill.value(), 0))));
        var titles = listings.facts(me.person()).stream()
                .filter(fact ->
                        standout.rareCredentials().containsKey(fact.credential().id()))
                .map(fact -> new Rare(
                        fact.spec().content().titleIn(locale),
                        words.text(
                                "talent.rare.credential",
                                locale,
                                standout.rareCredentials()
                                        .getOrDefault(fact.credential().id(), 0L))));
        return Stream.concat(skills, titles).toList();
    }

    @PostMapping("/publish")
    String publish(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        var form = TalentForm.of(sent);
        try {
            listings.publish(me.person(), form.wish());
            flash.ok(next, locale, "talent.published");
            return "redirect:" + HOME;
        } catch (InputException e) {
            words.refuse(e.faults(), model, response, locale);
            return form(me, form, model, locale);
        }
    }

    @PostMapping("/withdraw")
    String withdraw(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        if (!sure) {
            return new Sure("", "talent.withdraw", HOME + "/withdraw", HOME, Map.of()).ask(model);
        }
        listings.withdraw(me.person());
        flash.ok(next, locale, "talent.withdrawn");
        return "redirect:" + HOME;
    }
}
