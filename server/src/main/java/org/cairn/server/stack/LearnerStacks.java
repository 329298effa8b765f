package org.cairn.server.stack;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.PersonId;
import org.cairn.server.web.NotFoundException;
import org.cairn.stacking.decide.Candidate;
import org.cairn.stacking.decide.Decision;
import org.cairn.stacking.decide.Facts;
import org.cairn.stacking.decide.Holding;
import org.springframework.stereotype.Component;

/// Stacks as one learner sees them: how far she is, what she could take. Thread-safe.
@Component
class LearnerStacks {
    /// So many open stacks are looked at for one page.
    static final int MOST = 60;

    private static final int MOST_READ = 500;
    /// Prices are not known, so the cheapest is not either.
    private static final Set<Decision.Fix.Kind> WAYS =
            EnumSet.of(Decision.Fix.Kind.FEWEST, Decision.Fix.Kind.FASTEST, Decision.Fix.Kind.PRIOR_LEARNING);

    private final Stacks stacks;
    private final Registrations registrations;
    private final LearnerFacts learners;
    private final Decisions decisions;
    private final DecisionWords words;
    private final Courses courses;
    private final Specs specs;
    private final Organisations organisations;
    private final InstantSource time;

    LearnerStacks(
            Stacks stacks,
            Registrations registrations,
            LearnerFacts learners,
            Decisions decisions,
            DecisionWords words,
            Courses courses,
            Specs specs,
            Organisations organisations,
            InstantSource time) {
        this.stacks = stacks;
        this.registrations = registrations;
        this.learners = learners;
        this.decisions = decisions;
        this.words = words;
        this.courses = courses;
        this.specs = specs;
        this.organisations = organisations;
        this.time = time;
    }

    /// One stack in a list.
    ///
    /// @param counting how many of her items count
    record Entry(
            StackVersion version,
            String title,
            String institution,
            boolean registered,
            boolean met,
            String progress,
            int counting) {}

    /// A stack with everything that is known about the learner in it.
    ///
    /// @param items what the decision speaks of, candidates included
    record Look(
            StackVersion version,
            Optional<Registration> registration,
            Facts facts,
            Map<String, Item> items,
            List<Course> courses,
            Decision decision) {}

    StackVersion version(StackVersionId id) {
        return stacks.version(id).orElseThrow(() -> new NotFoundException("stack"));
    }

    /// The learner's own stacks first, then open ones to which something she holds counts, then the others.
    List<Entry> list(PersonId person, String search, Locale reader) {
        var mine = registrations.of(person).stream()
                .collect(Collectors.toMap(Registration::stack, Registration::version, (one, _) -> one));
        var own = mine.values().stream().flatMap(id -> stacks.version(id).stream());
        var others = stacks.open(MOST_READ).stream().filter(version -> !mine.containsKey(version.stack()));
        return Stream.concat(own, others)
                .filter(version -> matches(version, search, reader))
                .limit(MOST)
                .map(version -> entry(person, version, mine.containsKey(version.stack()), reader))
                .sorted(Comparator.comparing((Entry entry) -> !entry.registered())
                        .thenComparing(entry -> entry.counting() == 0)
                        .thenComparing(Entry::title))
                .toList();
    }

    private boolean matches(StackVersion version, String search, Locale reader) {
        var text = (title(version, reader) + " " + institution(version)).toLowerCase(reader);
        return Stream.of(search.toLowerCase(reader).strip().split("\\s+", 9)).allMatch(text::contains);
    }

    private Entry entry(PersonId person, StackVersion version, boolean registered, Locale reader) {
        var known = learners.of(person, version, Days.today(time), Optional.empty());
        var decision = decisions.of(version, known.facts());
        var diagram =
                DiagramOf.learner(version.rule(), words.plain(version.rule(), reader), "", decision, known.items());
        return new Entry(
                version,
                title(version, reader),
                institution(version),
                registered,
                Decisions.isMet(decision),
                diagram.summary(),
                (int) decision.allocation().stream()
                        .map(Decision.Placed::award)
                        .distinct()
                        .count());
    }

    Look look(PersonId person, StackVersion version) {
        var known = learners.of(person, version, Days.today(time), Optional.empty());
        var open = courses.open(version, known.facts());
        var items = new HashMap<>(known.items());
        open.forEach(course -> items.putAll(course.items()));
        return new Look(
                version,
                registrations.current(person, version.stack()),
                known.facts(),
                items,
                open,
                decisions.of(version, known.facts(), candidates(version, open)));
    }

    private static List<Candidate> candidates(StackVersion version, List<Course> open) {
        var candidates = new ArrayList<Candidate>();
        open.stream().map(Course::candidate).forEach(candidates::add);
        open.stream()
                .filter(course -> course.spec().organisation().equals(version.organisation()))
                .map(Course::prior)
                .forEach(candidates::add);
        return candidates;
    }

    /// The same learner with what she thinks of taking; what is not open to her is left out.
    Decision whatIf(Look look, Set<String> keys) {
        List<Holding> more = look.courses().stream()
                .filter(course -> keys.contains(course.key()))
                .map(Course::holding)
                .toList();
        return decisions.of(look.version(), look.facts().and(more));
    }

    /// As if she were registered for this version.
    Decision asRegistered(Look look) {
        var rule = look.version().rule();
        var facts = look.facts();
        var on = facts.registration().map(Facts.Registered::on).orElse(facts.today());
        return decisions.of(
                look.version(),
                new Facts(
                        facts.holdings(),
                        Optional.of(new Facts.Registered(rule.id(), rule.version(), on)),
                        facts.today(),
                        facts.targetAward(),
                        facts.leaving()));
    }

    DecisionView view(Look look, Decision decision, Locale reader) {
        return DecisionWords.view(words.rule(look.version(), reader), decision, look.items(), WAYS);
    }

    /// For programs.
    DecisionCodes codes(Look look, Decision decision, Locale reader) {
        var shown = decision.fixes().stream()
                .filter(fix -> WAYS.contains(fix.kind()))
                .toList();
        return DecisionCodes.of(decision, view(look, decision, reader), shown);
    }

    /// Titles of the places that are filled in another decision and not in the present one.
    List<String> closes(Look look, Decision then, Locale reader) {
        return filledOnlyIn(diagram(look, then, reader), diagram(look, look.decision(), reader));
    }

    /// Titles of the places that are filled now and would no longer be.
    List<String> opens(Look look, Decision then, Locale reader) {
        return filledOnlyIn(diagram(look, look.decision(), reader), diagram(look, then, reader));
    }

    private static List<String> filledOnlyIn(StackDiagram one, StackDiagram other) {
        var these = one.slots();
        var those = other.slots();
        return IntStream.range(0, these.size())
                .filter(place -> these.get(place).state() == StackDiagram.State.FILLED)
                .filter(place -> those.get(place).state() != StackDiagram.State.FILLED)
                .mapToObj(place -> these.get(place).title())
                .toList();
    }

    StackDiagram diagram(Look look, Decision decision, Locale reader) {
        return DiagramOf.learner(
                look.version().rule(),
                words.rule(look.version(), reader),
                awarded(look.version(), reader),
                decision,
                look.items());
    }

    /// The newest version that is open, where it is not this one.
    Optional<StackVersion> newer(StackVersion version) {
        return stacks.versions(version.organisation(), version.stack()).stream()
                .filter(each -> each.number() > version.number() && each.isOpen(Days.today(time)))
                .findFirst();
    }

    boolean isOpen(StackVersion version) {
        return version.isOpen(Days.today(time));
    }

    String title(StackVersion version, Locale reader) {
        return SpecContent.best(version.rule().title(), reader);
    }

    String institution(StackVersion version) {
        return organisations
                .byId(version.organisation())
                .map(Organisation::legalName)
                .orElse("");
    }

    /// The title of what is awarded.
    String awarded(StackVersion version, Locale reader) {
        return specs.published(version.awards())
                .map(PublishedSpec::content)
                .map(content -> content.titleIn(reader))
                .orElseGet(() -> title(version, reader));
    }
}
