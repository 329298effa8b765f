package org.cairn.server.hiring;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.operate.Audit;
import org.cairn.server.taxonomy.Taxonomies;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Languages;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.Text;
import org.cairn.skills.gap.Level;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What employers look for. A role may change until nobody can tell what somebody was held to; hence whatever uses one
/// uses a version of it. Durable when a method returns; thread-safe.
@Service
public class Roles {
    static final int MOST = 200;
    static final int MOST_SKILLS = 60;
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_ABOUT = 4_000;
    static final int LONGEST_WORDS = 200;

    private final RoleRepository rows;
    private final Taxonomies taxonomies;
    private final Audit audit;
    private final InstantSource time;

    Roles(RoleRepository rows, Taxonomies taxonomies, Audit audit, InstantSource time) {
        this.rows = rows;
        this.taxonomies = taxonomies;
        this.audit = audit;
        this.time = time;
    }

    /// Those in use first, newest first.
    public List<RoleProfile> of(OrganisationId organisation) {
        return rows.of(organisation, MOST);
    }

    /// @throws NotFoundException when the organisation has no such role
    public RoleProfile one(OrganisationId organisation, RoleId id) {
        return rows.byId(organisation, id).orElseThrow(() -> new NotFoundException("role"));
    }

    /// @throws NotFoundException when the organisation has no such version
    public RoleVersion version(OrganisationId organisation, RoleVersionId id) {
        return rows.version(organisation, id).orElseThrow(() -> new NotFoundException("role"));
    }

    /// @param occupation whose skills to begin with; empty for none
    /// @throws InputException when something typed makes no sense
    @Transactional
    public RoleId create(Acting by, String title, String about, Optional<ConceptUri> occupation, Locale locale) {
        if (rows.of(by.organisationId(), MOST).size() >= MOST) {
            throw new ConflictException("hiring.role.many", MOST);
        }
        var skills = occupation.map(uri -> askedBy(uri, locale)).orElse(List.of());
        var role = new RoleProfile(
                new RoleId(UUID.randomUUID()),
                by.organisationId(),
                title(title),
                about(about),
                skills,
                time.instant(),
                Optional.empty());
        rows.insert(role);
        record(by, "role.created", role.id(), Map.of("name", role.title()));
        return role.id();
    }

    @Transactional
    public void describe(Acting by, RoleId id, String title, String about) {
        var role = forChange(by, id);
        rows.update(with(role, title(title), about(about), role.skills()));
        record(by, "role.changed", id, Map.of("name", title.strip()));
    }

    /// Adds a skill of a taxonomy, or weighs one that is there otherwise.
    ///
    /// @throws InputException when no taxonomy knows it
    @Transactional
    public void want(Acting by, RoleId id, ConceptUri skill, RoleSkill.Weight weight, Level level, Locale locale) {
        var role = forChange(by, id);
        if (taxonomies.skill(skill).isEmpty()) {
            throw new InputException(Fault.of("skill", "hiring.role.skill.unknown"));
        }
        put(by, role, new RoleSkill(skill.value(), label(skill, locale), weight, level));
    }

    /// The same for a skill no taxonomy has a name for.
    @Transactional
    public void wantInWords(Acting by, RoleId id, String words, RoleSkill.Weight weight, Level level) {
        var role = forChange(by, id);
        var label = words.strip();
        if (label.isEmpty() || label.length() > LONGEST_WORDS || !Text.isLine(label)) {
            throw new InputException(Fault.of("words", "hiring.role.words.form", LONGEST_WORDS));
        }
        put(by, role, new RoleSkill("", label, weight, level));
    }

    private void put(Acting by, RoleProfile role, RoleSkill skill) {
        var skills = new ArrayList<>(role.skills());
        var place = skills.stream().map(RoleSkill::key).toList().indexOf(skill.key());
        if (place >= 0) {
            skills.set(place, skill);
        } else if (skills.size() >= MOST_SKILLS) {
            throw new InputException(Fault.of("skill", "hiring.role.skills.many", MOST_SKILLS));
        } else {
            skills.add(skill);
        }
        rows.update(with(role, role.title(), role.about(), skills));
        record(by, "role.changed", role.id(), Map.of("name", role.title()));
    }

    /// Takes a skill out; nothing happens when it is not there.
    ///
    /// @param key identifier of the skill, or its words
    @Transactional
    public void drop(Acting by, RoleId id, String key) {
        var role = forChange(by, id);
        var left =
                role.skills().stream().filter(each -> !each.key().equals(key)).toList();
        rows.update(with(role, role.title(), role.about(), left));
        record(by, "role.changed", id, Map.of("name", role.title()));
    }

    /// Adds what an occupation asks for and is not there yet: the essential as required, the rest as welcome.
    ///
    /// @return how many were added
    /// @throws InputException when the occupation is not known or asks for nothing
    @Transactional
    public int fill(Acting by, RoleId id, ConceptUri occupation, Locale locale) {
        var role = forChange(by, id);
        var skills = new ArrayList<>(role.skills());
        var known = skills.stream().map(RoleSkill::key).toList();
        askedBy(occupation, locale).stream()
                .filter(each -> !known.contains(each.key()))
                .limit(MOST_SKILLS - skills.size())
                .forEach(skills::add);
        rows.update(with(role, role.title(), role.about(), skills));
        record(by, "role.changed", id, Map.of("name", role.title()));
        return skills.size() - role.skills().size();
    }

    private List<RoleSkill> askedBy(ConceptUri occupation, Locale locale) {
        var asks = taxonomies.occupation(occupation).map(found -> found.asks()).orElse(List.of()).stream()
                .limit(MOST_SKILLS)
                .toList();
        if (asks.isEmpty()) {
            throw new InputException(Fault.of("occupation", "hiring.role.occupation.unknown"));
        }
        var labels = taxonomies.labels(
                asks.stream().map(ask -> ask.skill()).toList(),
                Languages.nearest(locale).getLanguage());
        return asks.stream()
                .map(ask -> new RoleSkill(
                        ask.skill().value(),
                        labels.getOrDefault(ask.skill(), ask.skill().value()),
                        ask.essential() ? RoleSkill.Weight.REQUIRED : RoleSkill.Weight.WELCOME,
                        Level.ofRating(ask.level())))
                .toList();
    }

    private String label(ConceptUri skill, Locale locale) {
        var language = Languages.nearest(locale).getLanguage();
        return taxonomies.labels(List.of(skill), language).getOrDefault(skill, skill.value());
    }

    /// Puts a role aside, or takes it up again. What used it stays.
    @Transactional
    public void archive(Acting by, RoleId id, boolean aside) {
        var role = forChange(by, id);
        rows.update(new RoleProfile(
                role.id(),
                role.organisation(),
                role.title(),
                role.about(),
                role.skills(),
                role.createdAt(),
                aside ? Optional.of(time.instant()) : Optional.empty()));
        record(by, aside ? "role.archived" : "role.restored", id, Map.of("name", role.title()));
    }

    /// The role as it is now, for good: the newest version where nothing changed since, else a new one.
    ///
    /// @throws ConflictException when it asks for nothing
    @Transactional
    public RoleVersion freeze(Acting by, RoleId id) {
        var role = forChange(by, id);
        if (role.skills().isEmpty()) {
            throw new ConflictException("hiring.role.empty");
        }
        var newest = rows.newest(by.organisationId(), id);
        return newest.filter(version -> version.says(role)).orElseGet(() -> {
            var version = new RoleVersion(
                    new RoleVersionId(UUID.randomUUID()),
                    role.organisation(),
                    role.id(),
                    newest.map(RoleVersion::number).orElse(0) + 1,
                    role.title(),
                    role.about(),
                    role.skills(),
                    time.instant());
            rows.insert(version);
            return version;
        });
    }

    private RoleProfile forChange(Acting by, RoleId id) {
        return rows.forChange(by.organisationId(), id).orElseThrow(() -> new NotFoundException("role"));
    }

    private static RoleProfile with(RoleProfile role, String title, String about, List<RoleSkill> skills) {
        return new RoleProfile(
                role.id(), role.organisation(), title, about, skills, role.createdAt(), role.archivedAt());
    }

    private static String title(String typed) {
        var title = typed.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE || !Text.isLine(title)) {
            throw new InputException(Fault.of("title", "hiring.role.title.form", LONGEST_TITLE));
        }
        return title;
    }

    private static String about(String typed) {
        var about = typed.strip();
        if (about.length() > LONGEST_ABOUT || !Text.isText(about)) {
            throw new InputException(Fault.of("about", "hiring.role.about.form", LONGEST_ABOUT));
        }
        return about;
    }

    private void record(Acting by, String action, RoleId id, Map<String, String> detail) {
        audit.record(
                new Audit.Deed(Optional.of(by.organisationId().value()), by.actor(), action, "role:" + id, detail));
    }
}
