package org.cairn.server.codesign;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.codesign.Papers.Evidence;
import org.cairn.server.codesign.Papers.EvidenceKind;
import org.cairn.server.codesign.Papers.Item;
import org.cairn.server.codesign.Papers.ItemKind;
import org.cairn.server.codesign.Papers.Remark;
import org.cairn.server.codesign.Papers.Verdict;
import org.cairn.server.codesign.RoomStages.Shown;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.People;
import org.cairn.server.identity.PersonId;
import org.cairn.server.taxonomy.Concept;
import org.cairn.server.taxonomy.Taxonomies;
import org.cairn.server.web.PageWords;
import org.cairn.server.web.PageWords.Crumb;
import org.cairn.server.web.PageWords.Option;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// A room as its page shows it to one of the two sides. Thread-safe.
@Component
class RoomShow {
    private static final int MOST_HISTORY = 200;
    private static final int MOST_FOUND = 12;
    private static final int LONGEST_SEARCH = 100;

    private final PaperRepository papers;
    private final RoomRepository rooms;
    private final RoomStages stages;
    private final Specs specs;
    private final Taxonomies taxonomies;
    private final Organisations organisations;
    private final People people;
    private final PageWords words;

    RoomShow(
            PaperRepository papers,
            RoomRepository rooms,
            RoomStages stages,
            Specs specs,
            Taxonomies taxonomies,
            Organisations organisations,
            People people,
            PageWords words) {
        this.papers = papers;
        this.rooms = rooms;
        this.stages = stages;
        this.specs = specs;
        this.taxonomies = taxonomies;
        this.organisations = organisations;
        this.people = people;
        this.words = words;
    }

    /// @param state `done`, `current` or `todo`
    record Step(String state, String text, String href) {}

    record EvidenceLine(String kind, String day, String link, String words, String side) {}

    record ItemLine(UUID id, String words, String uri, String side, boolean mayTakeOut) {}

    /// @param verdict blank while nothing is decided
    record RemarkLine(
            UUID id,
            String about,
            String words,
            String who,
            String day,
            String verdict,
            String reason,
            String decidedBy,
            String decidedOn,
            boolean mayDecide) {}

    /// @param state `SIGNED`, `LAPSED` or `OPEN`
    record SignLine(String side, String state, String who, String day) {}

    record HistoryLine(String at, String stamp, String who, String what, String words) {}

    record VersionLine(String href, String name) {}

    void fill(Model model, Acting acting, Room room, Locale locale) {
        var side = room.sideOf(acting.organisationId());
        var on = papers.of(room);
        var sides = Map.of(Side.EMPLOYER, name(room.employer()), Side.INSTITUTION, name(room.institution()));
        model.addAttribute("room", room);
        model.addAttribute("side", side.name());
        model.addAttribute(
                "sides", Map.of("EMPLOYER", sides.get(Side.EMPLOYER), "INSTITUTION", sides.get(Side.INSTITUTION)));
        model.addAttribute("steps", steps(room, locale));
        model.addAttribute(
                "reached",
                Stream.of(Stage.values())
                        .filter(room.stage()::hasReached)
                        .map(Stage::name)
                        .toList());
        model.addAttribute("writable", room.isOpen() && room.stage().isBefore(Stage.PUBLISHED));
        model.addAttribute(
                "evidence",
                on.evidence().stream().map(e -> line(e, sides, locale)).toList());
        for (var kind : ItemKind.values()) {
            model.addAttribute(kind.field() + "s", items(on, kind, side, sides, locale));
        }
        remarks(model, on, side, locale);
        signing(model, acting, room, on, sides, locale);
        choices(model, acting, room, locale);
        model.addAttribute("history", history(room, sides, locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(RoomDesk.Visit.home(acting), words.say(locale, "codesign.title")),
                        new Crumb("", room.title())));
    }

    private String name(OrganisationId id) {
        return organisations.byId(id).map(Organisation::legalName).orElse("");
    }

    private List<Step> steps(Room room, Locale locale) {
        return Stream.of(Stage.values())
                .map(stage -> new Step(
                        stage.isBefore(room.stage()) ? "done" : stage == room.stage() ? "current" : "todo",
                        words.say(locale, "codesign.stage." + stage),
                        "#" + place(stage)))
                .toList();
    }

    /// The section of the page where the work of a stage is done.
    private static String place(Stage stage) {
        return switch (stage) {
            case NEED -> "need";
            case SKILLS -> "skills";
            case OUTCOMES -> "outcomes";
            case COMMENTS -> "comments";
            case PILOT -> "pilot";
            case SIGN_OFF -> "sign";
            case PUBLISHED, REVIEW_DUE -> "review";
        };
    }

    private EvidenceLine line(Evidence evidence, Map<Side, String> sides, Locale locale) {
        return new EvidenceLine(
                words.say(locale, "codesign.evidence.kind." + evidence.kind()),
                PageWords.day(evidence.dated(), locale),
                evidence.link(),
                evidence.words(),
                sides.getOrDefault(evidence.side(), ""));
    }

    private List<ItemLine> items(Papers on, ItemKind kind, Side side, Map<Side, String> sides, Locale locale) {
        var standing = on.standing(kind);
        var labels = labels(standing, locale);
        return standing.stream()
                .map(item -> new ItemLine(
                        item.id(),
                        labels.getOrDefault(item.uri(), item.words()),
                        item.uri(),
                        sides.getOrDefault(item.side(), ""),
                        side == Side.INSTITUTION || item.side() == side))
                .toList();
    }

    private Map<String, String> labels(List<Item> items, Locale locale) {
        var uris = items.stream()
                .map(Item::uri)
                .filter(ConceptUri::isOne)
                .map(ConceptUri::new)
                .distinct()
                .toList();
        return taxonomies.labels(uris, locale.getLanguage()).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
    }

    private void remarks(Model model, Papers on, Side side, Locale locale) {
        var names = new HashMap<String, String>();
        var about = on.items().stream()
                .collect(Collectors.toMap(
                        Item::id, item -> words.say(locale, "codesign.about." + item.kind(), item.words())));
        model.addAttribute(
                "remarks",
                on.remarks().stream()
                        .map(remark -> line(remark, about, names, side, locale))
                        .toList());
        model.addAttribute("verdicts", words.options(locale, "codesign.verdict.", Verdict.values()));
        model.addAttribute(
                "subjects",
                on.items().stream()
                        .filter(Item::stands)
                        .map(item -> new Option(item.id().toString(), cut(about.getOrDefault(item.id(), ""))))
                        .toList());
    }

    private static String cut(String text) {
        return text.length() > 90 ? text.substring(0, 90) + "…" : text;
    }

    private RemarkLine line(
            Remark remark, Map<UUID, String> about, Map<String, String> names, Side side, Locale locale) {
        var decided = remark.decided();
        return new RemarkLine(
                remark.id(),
                remark.item()
                        .map(item -> about.getOrDefault(item, ""))
                        .orElseGet(() -> words.say(locale, "codesign.about.NEED")),
                remark.words(),
                who(remark.saidBy(), names, locale),
                PageWords.day(remark.saidAt(), locale),
                decided.map(d -> d.verdict().name()).orElse(""),
                decided.map(Papers.Decided::reason).orElse(""),
                decided.map(d -> who(d.by(), names, locale)).orElse(""),
                decided.map(d -> PageWords.day(d.at(), locale)).orElse(""),
                side == Side.INSTITUTION && remark.canBeDecided());
    }

    private String who(String actor, Map<String, String> names, Locale locale) {
        return names.computeIfAbsent(
                actor,
                key -> key.startsWith("person:")
                        ? people.byId(new PersonId(UUID.fromString(key.substring("person:".length()))))
                                .map(person -> person.name())
                                .orElse("")
                        : words.say(locale, key.startsWith("key:") ? "codesign.who.program" : "codesign.who.nobody"));
    }

    private void signing(Model model, Acting acting, Room room, Papers on, Map<Side, String> sides, Locale locale) {
        var shown = stages.draft(room);
        var digest = shown.map(Shown::digest).orElse("");
        var names = new HashMap<String, String>();
        model.addAttribute("draft", shown.map(s -> DraftView.of(s.draft().content(), words, locale)));
        model.addAttribute("digest", digest);
        model.addAttribute(
                "signs",
                Stream.of(Side.values())
                        .map(side -> sign(side, on, digest, sides, names, locale))
                        .toList());
        model.addAttribute("isSignedByBoth", on.isSignedByBoth(digest));
        model.addAttribute("maySign", !on.isSigned(room.sideOf(acting.organisationId()), digest));
        model.addAttribute(
                "versions",
                specs.published(rooms.versions(room)).stream()
                        .map(version -> new VersionLine("/catalogue/" + version.id(), versionName(version, locale)))
                        .toList());
        model.addAttribute(
                "reviewOn",
                room.reviewOn().map(day -> PageWords.day(day, locale)).orElse(""));
    }

    private String versionName(PublishedSpec version, Locale locale) {
        return words.say(locale, "codesign.version", version.content().titleIn(locale), version.number());
    }

    private SignLine sign(
            Side side, Papers on, String digest, Map<Side, String> sides, Map<String, String> names, Locale locale) {
        var own = on.signOffs().stream().filter(s -> s.side() == side).toList();
        var now = own.stream().filter(s -> s.digest().equals(digest)).findFirst();
        var last = now.or(() -> own.isEmpty() ? Optional.empty() : Optional.of(own.getLast()));
        return new SignLine(
                sides.getOrDefault(side, ""),
                now.isPresent() ? "SIGNED" : last.isPresent() ? "LAPSED" : "OPEN",
                last.map(s -> who(s.by(), names, locale)).orElse(""),
                last.map(s -> PageWords.minute(s.at(), locale)).orElse(""));
    }

    private void choices(Model model, Acting acting, Room room, Locale locale) {
        model.addAttribute("kinds", words.options(locale, "codesign.evidence.kind.", EvidenceKind.values()));
        model.addAttribute("missing", stages.missing(room).orElse(""));
        model.addAttribute("next", room.stage().next().map(Stage::name).orElse(""));
        model.addAttribute(
                "earlier",
                words.options(
                        locale,
                        "codesign.stage.",
                        Stream.of(Stage.values())
                                .filter(stage -> stage.isBefore(room.stage()) && stage.isBefore(Stage.PUBLISHED))
                                .toArray(Stage[]::new)));
        // The employer sees what is linked, never the other drafts of the institution.
        model.addAttribute(
                "specs",
                room.sideOf(acting.organisationId()) == Side.INSTITUTION
                        ? specs.drafts(room.institution()).stream()
                                .map(draft -> new Option(
                                        draft.spec().toString(), draft.content().titleIn(locale)))
                                .toList()
                        : List.of());
        model.addAttribute(
                "specHref",
                room.spec()
                        .map(spec -> "/o/" + acting.organisation().slug() + "/specs/" + spec + "/edit")
                        .orElse(""));
    }

    private List<HistoryLine> history(Room room, Map<Side, String> sides, Locale locale) {
        var names = new HashMap<String, String>();
        return papers.history(room, MOST_HISTORY).stream()
                .map(event -> new HistoryLine(
                        PageWords.minute(event.at(), locale),
                        event.at().toString(),
                        event.side()
                                .map(side -> who(event.actor(), names, locale) + " · " + sides.getOrDefault(side, ""))
                                .orElseGet(() -> words.say(locale, "codesign.who.nobody")),
                        words.say(locale, "codesign.event." + event.deed()),
                        event.deed().equals("advanced")
                                ? words.say(locale, "codesign.stage." + event.words())
                                : event.words()))
                .toList();
    }

    /// Fills `q` and `found`.
    void skills(Model model, String q, Locale locale) {
        var search = q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q;
        model.addAttribute("q", search);
        model.addAttribute(
                "found",
                search.isBlank()
                        ? List.of()
                        : taxonomies.search(search, locale.getLanguage(), Concept.Kind.SKILL, MOST_FOUND));
    }
}
