package org.cairn.stacking.text;

/// A text that uses much of the language, and the same text with faults.
final class Sample {
    static final String TEXT = """
            stack: certificate
            version: 1
            title: {en: Certificate, es: Certificado}
            awards: https://example.org/specs/certificate
            level: QF3
            inForce: {from: 2026-01-01, to: 2030-12-31}
            credit: {scheme: HKQF, worth: {ECTS: 2}, rounding: exact}
            grades:
              letter:
                worstFirst: [{F: 0}, {D: 1.0}, {C: 2.0}, {B: 3.0}, {A: 4.0}]
                equals: {percent: {70: B, 60: C}}
              pass: {worstFirst: [fail, pass]}
            root:
              all:
                - slot: core
                  title: {en: Core}
                  need: {count: 2}
                  accepts: {category: practice}
                - anyOf:
                    atLeast: 1
                    of:
                      - slot: electives
                        title: {en: Electives}
                        need: {credits: {atLeast: 6, atMost: 9}}
                        accepts:
                          all:
                            - level: {framework: QF, atLeast: 3}
                            - awardedWithin: P5Y
                      - slot: project
                        title: {en: Project}
                        need: {outcomes: [plan, build], atLeast: 2}
                        accepts: anything
                        cost: 3
            constraints:
              - totalCredits: 30
              - shareAtLeast: {fraction: 3/4, of: {category: practice}}
              - gradeAverage: {scheme: letter, atLeast: 2.5, weight: CREDITS, ungraded: LEFT_OUT}
              - capstone: {slot: project, after: [core], grade: {scheme: letter, atLeast: C}}
              - order: {before: core, after: project}
              - completion: {within: P5Y, from: FIRST_ITEM}
              - equivalent: [one, two]
              - registration
              - review: {en: Interview}
            options:
              denominator: AWARD_TOTAL
              rounding: {up: 3}
              splitting: whole
              surplus: LOST
              recency: TARGET_AWARD
              expiry: STANDS
              annulment: REVIEW
              confirmation: REGISTRAR
            """;

    /// Every part to replace, by what, and the fault that comes of it. `«` marks the place in the replacement
    /// where it has to be told, and is not part of the text.
    static final Object[][] FAULTS = {
        {"version: 1\n", "version: «one\n", Fault.Code.NOT_A_NUMBER, "version"},
        {"version: 1\n", "version: «'1'\n", Fault.Code.NOT_A_NUMBER, "version"},
        {"version: 1\n", "version: «1.5\n", Fault.Code.NOT_WHOLE, "version"},
        {"version: 1\n", "version: «0\n", Fault.Code.TOO_SMALL, "version"},
        {"version: 1\n", "version: 1\n«version: 1\n", Fault.Code.DUPLICATE_KEY, ""},
        {"stack: certificate", "stack: «two words", Fault.Code.NOT_A_NAME, "stack"},
        {"stack: certificate", "«stuck: certificate", Fault.Code.MISSPELT, "stuck"},
        {"stack: certificate", "«whatever: certificate\nstack: certificate", Fault.Code.UNKNOWN_FIELD, "whatever"},
        {"level: QF3", "level: «[QF3]", Fault.Code.NOT_A_TEXT, "level"},
        {"level: QF3", "level: «\"QF\\x07\"", Fault.Code.CONTROL_CHARACTER, "level"},
        {"level: QF3", "level: «" + "Q".repeat(81), Fault.Code.TOO_LONG, "level"},
        {"level: QF3", "level:«", Fault.Code.EMPTY, "level"},
        {"level: QF3", "level: «~", Fault.Code.EMPTY, "level"},
        {"{en: Certificate, es:", "{en: Certificate, «Spanish_: ", Fault.Code.NOT_A_LANGUAGE, "title.Spanish_"},
        {"{en: Certificate, es: Certificado}", "«{}", Fault.Code.EMPTY, "title"},
        {"{en: Certificate, es: Certificado}", "«Certificate", Fault.Code.NOT_A_MAPPING, "title"},
        {"from: 2026-01-01", "from: «2026-02-30", Fault.Code.NOT_A_DATE, "inForce.from"},
        {"to: 2030-12-31", "to: «2025-12-31", Fault.Code.LAST_BEFORE_FIRST, "inForce.to"},
        {"worth: {ECTS: 2}", "worth: {«HKQF: 2}", Fault.Code.ITSELF, "credit.worth.HKQF"},
        {"worth: {ECTS: 2}", "worth: {ECTS: «0}", Fault.Code.TOO_SMALL, "credit.worth.ECTS"},
        {"[fail, pass]", "[fail, pass, «fail]", Fault.Code.TWICE, "grades.pass.worstFirst[2]"},
        {"[fail, pass]", "[fail, «{pass: 1, fail: 0}]", Fault.Code.TOO_MANY, "grades.pass.worstFirst[1]"},
        {"70: B", "70: «G", Fault.Code.UNKNOWN_WORD, "grades.letter.equals.percent.70"},
        {"slot: electives", "slot: «core", Fault.Code.TWICE, "root.all[1].anyOf.of[0].slot"},
        {"slot: electives", "«slt: electives", Fault.Code.MISSPELT, "root.all[1].anyOf.of[0].slt"},
        {"need: {count: 2}", "need: «{}", Fault.Code.EMPTY, "root.all[0].need"},
        {"need: {count: 2}", "need: {«cuont: 2}", Fault.Code.MISSPELT, "root.all[0].need.cuont"},
        {"need: {count: 2}", "need: {count: 2, «credits: 3}", Fault.Code.ONE_OF_TWO, "root.all[0].need.credits"},
        {"need: {count: 2}", "need: «count", Fault.Code.NOT_A_MAPPING, "root.all[0].need"},
        {
            "need: {count: 2}",
            "need: {count: {atLeast: 3, atMost: «2}}",
            Fault.Code.MOST_BELOW_LEAST,
            "root.all[0].need.count.atMost"
        },
        {"      need: {count: 2}\n", "", Fault.Code.MISSING, "root.all[0].need"},
        {"atLeast: 1\n", "atLeast: «3\n", Fault.Code.MORE_THAN_NAMED, "root.all[1].anyOf.atLeast"},
        {"build], atLeast: 2", "build], atLeast: «3", Fault.Code.MORE_THAN_NAMED, null},
        {"[plan, build]", "[plan, build, «plan]", Fault.Code.TWICE, null},
        {"accepts: anything", "accepts: «anithing", Fault.Code.MISSPELT, "root.all[1].anyOf.of[1].accepts"},
        {"accepts: anything", "accepts: «whatever", Fault.Code.UNKNOWN_WORD, null},
        {"accepts: anything", "accepts: {«anything: true}", Fault.Code.NOT_A_TEXT, null},
        {"accepts: anything", "accepts: {source: «HOME}", Fault.Code.UNKNOWN_WORD, null},
        {"accepts: anything", "accepts: {skill: {uri: u, similarity: «1.1}}", Fault.Code.TOO_LARGE, null},
        {"accepts: anything", "accepts: {all: «[]}", Fault.Code.EMPTY, null},
        {"accepts: anything", "accepts: {any: «category}", Fault.Code.NOT_A_LIST, null},
        {"awardedWithin: P5Y", "awardedWithin: «5 years", Fault.Code.NOT_A_PERIOD, null},
        {"awardedWithin: P5Y", "awardedWithin: «P0D", Fault.Code.NOT_A_PERIOD, null},
        {"totalCredits: 30", "totalCredits: «30.00001", Fault.Code.TOO_MANY_DECIMALS, "constraints[0].totalCredits"},
        {"totalCredits: 30", "totalCredits: 30\n  - totalCredits: «60", Fault.Code.SECOND_TOTAL, null},
        {"  - totalCredits: 30\n", "", Fault.Code.NO_TOTAL, null},
        {"fraction: 3/4", "fraction: «75 %", Fault.Code.NOT_A_FRACTION, "constraints[1].shareAtLeast.fraction"},
        {"fraction: 3/4", "fraction: «4/3", Fault.Code.NOT_A_FRACTION, null},
        {"gradeAverage: {scheme: letter", "gradeAverage: {scheme: «leter", Fault.Code.UNKNOWN_SCALE, null},
        {"gradeAverage: {scheme: letter", "gradeAverage: {scheme: «pass", Fault.Code.NO_POINTS, null},
        {"atLeast: C}", "atLeast: «E}", Fault.Code.UNKNOWN_GRADE, "constraints[3].capstone.grade.atLeast"},
        {"after: [core]", "after: [«cores]", Fault.Code.UNKNOWN_SLOT, "constraints[3].capstone.after[0]"},
        {"before: core, after: project", "before: core, after: «core", Fault.Code.ITSELF, "constraints[4].order.after"},
        {"[one, two]", "«[one]", Fault.Code.MORE_THAN_NAMED, "constraints[6].equivalent"},
        {"from: FIRST_ITEM", "from: «FIRST", Fault.Code.UNKNOWN_WORD, null},
        {"from: FIRST_ITEM", "from: «FIRST_ITME", Fault.Code.MISSPELT, null},
        {"- registration\n", "- «registration:\n", Fault.Code.NOT_A_TEXT, "constraints[7].registration"},
        {"review: {en: Interview}", "review: {en: «&a Interview}", Fault.Code.ANCHOR, ""},
        {"review: {en: Interview}", "review: {en: «!!str Interview}", Fault.Code.TAG, ""},
        {"review: {en: Interview}", "review: {en: Inter«\u0007view}", Fault.Code.CONTROL_CHARACTER, ""},
        {"rounding: {up: 3}", "rounding: {up: «0}", Fault.Code.TOO_SMALL, "options.rounding.up"},
        {"rounding: {up: 3}", "rounding: «none", Fault.Code.UNKNOWN_WORD, "options.rounding"},
        {"surplus: LOST", "surplus: «lost", Fault.Code.MISSPELT, "options.surplus"},
        {"REGISTRAR\n", "REGISTRAR\n«---\nstack: b\n", Fault.Code.SECOND_DOCUMENT, ""},
        {"REGISTRAR\n", "REGISTRAR\n  «]\n", Fault.Code.NOT_YAML, ""},
    };

    private Sample() {}

    /// The text with one part replaced.
    static String with(String part, String by) {
        if (!TEXT.contains(part)) {
            throw new IllegalArgumentException(part);
        }
        return TEXT.replaceFirst(java.util.regex.Pattern.quote(part), java.util.regex.Matcher.quoteReplacement(by));
    }
}
