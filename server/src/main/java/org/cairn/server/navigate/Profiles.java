package org.cairn.server.navigate;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.server.award.Award;
import org.cairn.server.award.AwardId;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.PersonId;
import org.cairn.server.issue.CredentialStatus;
import org.cairn.server.issue.Credentials;
import org.cairn.server.issue.IssuedCredential;
import org.cairn.skills.gap.Evidence;
import org.cairn.skills.gap.Level;
import org.cairn.skills.gap.SkillProfile;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.stereotype.Component;

/// Gathers what speaks for a person's skills: credentials that stand today, what she says, what she let stand of what
/// was found in her texts. Thread-safe.
@Component
class Profiles {
    private final Awards awards;
    private final Credentials credentials;
    private final Specs specs;
    private final SaidSkills own;
    private final InstantSource time;

    Profiles(Awards awards, Credentials credentials, Specs specs, SaidSkills own, InstantSource time) {
        this.awards = awards;
        this.credentials = credentials;
        this.specs = specs;
        this.own = own;
        this.time = time;
    }

    /// @param locale in which sources are named
    SkillProfile of(PersonId person, Locale locale) {
        return SkillProfile.of(
                Stream.concat(verified(person, locale), said(person)).toList());
    }

    private Stream<Evidence> verified(PersonId person, Locale locale) {
        var standing = standing(person);
        var versions = specs
                .published(standing.stream().map(Award::spec).distinct().toList())
                .stream()
                .collect(Collectors.toMap(PublishedSpec::id, Function.identity()));
        return standing.stream()
                .flatMap(award -> Stream.ofNullable(versions.get(award.spec()))
                        .flatMap(spec -> skills(spec.content()).entrySet().stream()
                                .map(skill -> new Evidence(
                                        skill.getKey(),
                                        skill.getValue(),
                                        Evidence.Strength.VERIFIED,
                                        award.awardedOn(),
                                        spec.content().titleIn(locale)))));
    }

    /// What she was awarded and a credential of which is good today.
    List<Award> standing(PersonId person) {
        var mine = awards.heldBy(person).stream().filter(Award::isStanding).toList();
        var good = good(mine);
        return mine.stream().filter(award -> good.contains(award.id())).toList();
    }

    private Set<AwardId> good(List<Award> mine) {
        var now = time.instant();
        return credentials.ofAwards(mine.stream().map(Award::id).toList()).stream()
                .filter(one -> one.status() == CredentialStatus.ACTIVE && !one.isExpired(now))
                .map(IssuedCredential::award)
                .collect(Collectors.toSet());
    }

    /// Versions of which she holds a good credential.
    Set<SpecVersionId> held(PersonId person) {
        return standing(person).stream().map(Award::spec).collect(Collectors.toSet());
    }

    private Stream<Evidence> said(PersonId person) {
        return own.of(person).stream()
                .filter(OwnSkill::accepted)
                .map(one -> new Evidence(
                        one.skill(),
                        one.level(),
                        one.origin() == OwnSkill.Origin.TOLD ? Evidence.Strength.CLAIMED : Evidence.Strength.MENTIONED,
                        one.notedOn(),
                        one.words()));
    }

    /// The skills that a spec brings and names by an identifier, at the level it is pitched at.
    static Map<ConceptUri, Level> skills(SpecContent content) {
        return at(content.skills(), content.eqfLevel().map(Level::ofEqf).orElse(Level.ASSUMED));
    }

    /// The skills that a spec asks of whoever begins, one level below what it is pitched at.
    static Map<ConceptUri, Level> entry(SpecContent content) {
        var pitched = content.eqfLevel().map(Level::ofEqf).orElse(Level.ASSUMED);
        return at(content.entrySkills(), Level.ofSteps(pitched.steps() - 1));
    }

    private static Map<ConceptUri, Level> at(List<SpecContent.Skill> skills, Level level) {
        return skills.stream()
                .flatMap(skill -> uri(skill.uri()).stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), _ -> level));
    }

    static Optional<ConceptUri> uri(String text) {
        return ConceptUri.isOne(text) ? Optional.of(new ConceptUri(text)) : Optional.empty();
    }
}
