package org.cairn.server.stack;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.VersionPart;
import org.cairn.server.identity.Organisations;
import org.cairn.server.web.NotFoundException;
import org.cairn.stacking.decide.Facts;
import org.cairn.stacking.decide.Holding;
import org.cairn.stacking.rule.Source;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What is public of stacks: the rule in words, a picture, and which published microcredentials fit where.
@Controller
class StackCatalogue implements VersionPart {
    private static final int MOST_STACKS = 200;
    private static final int MOST_SHOWN = 6;

    private final Stacks stacks;
    private final StackRepository rows;
    private final LearnerStacks learners;
    private final Courses courses;
    private final Decisions decisions;
    private final DecisionWords words;
    private final Organisations organisations;
    private final InstantSource time;

    StackCatalogue(
            Stacks stacks,
            StackRepository rows,
            LearnerStacks learners,
            Courses courses,
            Decisions decisions,
            DecisionWords words,
            Organisations organisations,
            InstantSource time) {
        this.stacks = stacks;
        this.rows = rows;
        this.learners = learners;
        this.courses = courses;
        this.decisions = decisions;
        this.words = words;
        this.organisations = organisations;
        this.time = time;
    }

    /// Something that a microcredential counts towards.
    ///
    /// @param part which part of it this would fill
    record Larger(String href, String title, String institution, String part) {}

    /// A microcredential that fits.
    record Link(String href, String title, String from) {}

    /// A part of the rule with what fits it.
    record SlotLinks(String title, List<Link> links) {}

    @GetMapping("/catalogue/stacks/{version}")
    String one(@PathVariable UUID version, Model model, Locale locale) {
        var stack = stacks.version(new StackVersionId(version)).orElseThrow(() -> new NotFoundException("stack"));
        var rule = words.rule(stack, locale);
        var fits = fits(stack);
        var titles = new HashMap<String, List<String>>();
        fits.forEach((slot, fitting) -> titles.put(
                slot,
                fitting.stream()
                        .map(course -> course.spec().content().titleIn(locale))
                        .toList()));
        var awarded = learners.awarded(stack, locale);
        model.addAttribute("title", learners.title(stack, locale));
        model.addAttribute(
                "institution", organisations.byId(stack.organisation()).orElseThrow());
        model.addAttribute("awarded", awarded);
        model.addAttribute("awardedHref", "/catalogue/" + stack.awards());
        model.addAttribute("number", stack.number());
        model.addAttribute("open", learners.isOpen(stack));
        model.addAttribute("mineHref", "/portfolio/stacks/" + version);
        model.addAttribute("rule", rule.text());
        model.addAttribute(
                "picture", PictureView.of(DiagramOf.plain(stack.rule(), rule, awarded, titles), rule.wording()));
        model.addAttribute(
                "slots",
                stack.rule().slots().stream()
                        .map(slot -> new SlotLinks(
                                rule.slotTitle(slot.id()), links(fits.getOrDefault(slot.id(), List.of()), locale)))
                        .toList());
        return "stack/public";
    }

    private static List<Link> links(List<Course> fitting, Locale locale) {
        return fitting.stream()
                .map(course -> new Link(
                        "/catalogue/" + course.spec().id(),
                        course.spec().content().titleIn(locale),
                        course.from()))
                .toList();
    }

    /// Courses by slot, for somebody who holds nothing yet.
    private Map<String, List<Course>> fits(StackVersion version) {
        var nobody = nobody();
        var fits = new HashMap<String, List<Course>>();
        var open = courses.open(version, nobody);
        version.rule()
                .slots()
                .forEach(slot -> fits.put(
                        slot.id(),
                        open.stream()
                                .filter(course -> decisions
                                        .slotsFor(version, course.holding(), nobody)
                                        .contains(slot.id()))
                                .toList()));
        return fits;
    }

    private Facts nobody() {
        var today = Days.today(time);
        return new Facts(List.of(), Optional.empty(), today, today, false);
    }

    @Override
    public Optional<Part> part(PublishedSpec spec, Locale reader) {
        var nobody = nobody();
        var larger = stacks.open(MOST_STACKS).stream()
                .filter(version -> !version.awards().equals(spec.id()))
                .flatMap(version -> larger(version, spec, nobody, reader).stream())
                .limit(MOST_SHOWN)
                .toList();
        return larger.isEmpty() ? Optional.empty() : Optional.of(new Part("stack/towards", larger));
    }

    private Optional<Larger> larger(StackVersion version, PublishedSpec spec, Facts nobody, Locale reader) {
        var slots = decisions.slotsFor(version, holding(version, spec), nobody);
        var rule = words.plain(version.rule(), reader);
        return slots.isEmpty()
                ? Optional.empty()
                : Optional.of(new Larger(
                        "/catalogue/stacks/" + version.id(),
                        learners.title(version, reader),
                        learners.institution(version),
                        slots.stream().map(rule::slotTitle).collect(Collectors.joining(", "))));
    }

    private Holding holding(StackVersion version, PublishedSpec spec) {
        var source = spec.organisation().equals(version.organisation())
                ? Source.OWN
                : rows.partners(version.organisation()).contains(spec.organisation())
                        ? Source.PARTNER
                        : Source.EXTERNAL;
        return Courses.withBestGrades(
                SpecFacts.holding("spec:" + spec.id(), spec, Days.today(time), source), version.rule());
    }
}
