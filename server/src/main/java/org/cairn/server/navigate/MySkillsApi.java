package org.cairn.server.navigate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.server.identity.SignedIn;
import org.cairn.skills.gap.Evidence;
import org.cairn.skills.gap.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// For a learner's own program: what she can do, with what speaks for it.
@RestController
@RequestMapping("/api/me/skills")
@Tag(name = "My skills")
class MySkillsApi {
    private final Profiles profiles;
    private final SaidSkills own;
    private final TextReader texts;
    private final Saying saying;

    MySkillsApi(Profiles profiles, SaidSkills own, TextReader texts, Saying saying) {
        this.profiles = profiles;
        this.own = own;
        this.texts = texts;
        this.saying = saying;
    }

    /// @param level from 1 (basics, with help) to 4 (leads others)
    record Mine(String skill, String label, int level, List<Reason> evidence) {}

    record Reason(Evidence.Strength strength, int level, LocalDate on, String source) {}

    /// @param accepted left out or true: she has it; false: she has not, and it is not offered from texts again
    record Said(
            @Nullable String skill,
            @Nullable Integer level,
            @Nullable String words,
            @Nullable Boolean accepted) {}

    record Read(@Nullable String text) {}

    /// @param preparing per cent of the preparation, while texts cannot be read yet
    /// @param lexical whether the language has no model
    record Findings(Optional<Integer> preparing, boolean lexical, List<Finding> found) {}

    record Finding(String skill, String label, String words, double confidence) {}

    @Operation(summary = "What I can do, with what speaks for it")
    @GetMapping
    List<Mine> list(@AuthenticationPrincipal SignedIn me, Locale locale) {
        var profile = profiles.of(me.person(), locale);
        var labels = saying.labels(profile.skills(), locale);
        return profile.skills().stream()
                .sorted()
                .map(skill -> new Mine(
                        skill.value(),
                        labels.of(skill),
                        profile.best(skill).orElseThrow().level().steps(),
                        profile.evidence(skill).stream()
                                .map(MySkillsApi::reason)
                                .toList()))
                .toList();
    }

    private static Reason reason(Evidence one) {
        return new Reason(one.strength(), one.level().steps(), one.on(), one.source());
    }

    @Operation(summary = "Say that I can do something, or decide about what was found in a text")
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void note(@AuthenticationPrincipal SignedIn me, @RequestBody Said said) {
        own.note(
                me.person(),
                List.of(new SaidSkills.Said(
                        MySkillPages.uri(text(said.skill())),
                        said.accepted() == null ? OwnSkill.Origin.TOLD : OwnSkill.Origin.TEXT,
                        said.accepted() == null || said.accepted(),
                        said.level() == null ? Level.ASSUMED : Level.ofSteps(said.level()),
                        text(said.words()))));
    }

    @Operation(summary = "Take back what I said of a skill")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@AuthenticationPrincipal SignedIn me, @RequestParam String skill) {
        own.forget(me.person(), MySkillPages.uri(skill));
    }

    @Operation(summary = "Find skills in a text; nothing of it is kept")
    @PostMapping("/find")
    Findings find(@AuthenticationPrincipal SignedIn me, @RequestBody Read read, Locale locale) {
        return switch (texts.read(text(read.text()), locale)) {
            case TextReader.Reading.Preparing(var percent) -> new Findings(Optional.of(percent), false, List.of());
            case TextReader.Reading.Done(var found, var lexical) ->
                new Findings(
                        Optional.empty(),
                        lexical,
                        found.stream()
                                .map(one ->
                                        new Finding(one.skill().value(), one.label(), one.words(), one.confidence()))
                                .toList());
        };
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
