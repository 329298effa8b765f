package org.cairn.server.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cairn.server.catalogue.GateReport;
import org.cairn.server.catalogue.GateReport.Finding;
import org.cairn.server.catalogue.GateReport.Level;
import org.cairn.server.catalogue.GateReport.Outcome;
import org.cairn.server.catalogue.GateReport.Verdict;
import org.cairn.server.catalogue.PublicationGate;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.identity.Organisation;
import org.cairn.server.quality.RulePack.Rule;
import org.cairn.server.quality.RulePack.Scope;
import org.cairn.server.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks specs against the EU rule pack. Thread-safe; nothing is stored.
@Service
public class Quality implements PublicationGate {
    private final JsonMapper json;
    private final MessageSource messages;
    private final RulePack pack;

    Quality(JsonMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
        this.pack = RulePackFile.read("/quality/eu-2022-c243-02.json");
    }

    @Override
    public GateReport check(SpecContent content, Organisation issuer) {
        var facts = Facts.of(json, content, issuer);
        var findings = pack.rules().stream().map(rule -> finding(rule, facts)).toList();
        return new GateReport(
                SpecContent.best(pack.name(), Locale.ENGLISH),
                pack.id() + " " + pack.version(),
                verdict(findings),
                findings);
    }

    private static Verdict verdict(List<Finding> findings) {
        var demands = findings.stream().filter(f -> f.level() == Level.MUST).toList();
        if (demands.stream().anyMatch(f -> f.outcome() == Outcome.FAIL || f.outcome() == Outcome.ERROR)) {
            return Verdict.FAIL;
        }
        return demands.stream().anyMatch(f -> f.outcome() == Outcome.NEEDS_REVIEW)
                ? Verdict.INCOMPLETE
                : Verdict.CONFORMS;
    }

    private Finding finding(Rule rule, JsonNode facts) {
        if (rule.scope() == Scope.AWARD) {
            return finding(rule, Outcome.NOT_APPLICABLE, pack.words().atAward(), Map.of());
        }
        var found = found(rule, Facts.at(facts, rule.path()));
        var answer = rule.check().ask(facts);
        if (answer.ok()) {
            return finding(rule, Outcome.PASS, found, Map.of());
        }
        if (rule.notApplicableWhen().filter(c -> c.ask(facts).ok()).isPresent()) {
            return finding(rule, Outcome.NOT_APPLICABLE, pack.words().reasonGiven(), Map.of());
        }
        var fix = withPositions(rule.fix(), answer);
        if (rule.fallback().filter(c -> c.ask(facts).ok()).isPresent()) {
            return finding(rule, Outcome.WARN, found, fix);
        }
        return switch (rule.level()) {
            case MUST -> finding(rule, Outcome.FAIL, found, fix);
            case SHOULD -> finding(rule, Outcome.WARN, found, fix);
            case MAY ->
                Facts.isSaid(Facts.at(facts, rule.path()))
                        ? finding(rule, Outcome.WARN, found, fix)
                        : finding(rule, Outcome.NOT_APPLICABLE, pack.words().optional(), fix);
        };
    }

    private Map<String, String> found(Rule rule, JsonNode node) {
        if (!Facts.isSaid(node)) {
            return pack.words().nothing();
        }
        return Languages.ALL.stream()
                .collect(Collectors.toMap(
                        Locale::toLanguageTag, language -> Facts.quote(node, code -> words(rule, code, language))));
    }

    private String words(Rule rule, String code, Locale language) {
        var words = rule.codes().map(prefix -> messages.getMessage(prefix + "." + code, null, code, language));
        return words.orElse(code);
    }

    private static Map<String, String> withPositions(Map<String, String> fix, Check.Answer answer) {
        var positions = answer.positions().stream().map(String::valueOf).collect(Collectors.joining(", "));
        var words = new HashMap<String, String>();
        fix.forEach((language, text) ->
                words.put(language, text.replace("{positions}", positions.isEmpty() ? "" : "(" + positions + ")")));
        return words;
    }

    private static Finding finding(Rule rule, Outcome outcome, Map<String, String> found, Map<String, String> fix) {
        return new Finding(
                rule.id(),
                rule.level(),
                outcome,
                rule.path(),
                rule.title(),
                found,
                rule.accepted(),
                fix,
                rule.clause());
    }
}
