package org.cairn.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What rules look at: the facts about one microcredential and what belongs to it, below `spec`, `issuer`,
/// `offering`, `award` and `credential`, as the page about rule packs lists them. What lies below a name that
/// is not there is nothing; a whole root that is missing means that its time has not come.
public record Subject(Fact facts) {
    static final int DEEPEST = 12;
    static final int MOST_FACTS = 20_000;
    /// As much as a form can send; what looks through a text has bounds of its own.
    static final int LONGEST_TEXT = 2_097_152;
    private static final String NOT_APPLICABLE = "notApplicable";

    /// Of maps, lists, texts, numbers and truth values, as a reader of JSON gives them. A map with the key
    /// `notApplicable` holds there `reason`, `by` and `on`.
    ///
    /// @throws SubjectException when it is too deep, too large or holds anything else
    public static Subject of(Map<String, ?> facts) {
        return new Subject(new Building().fact(facts, "", 0));
    }

    /// Counts while it copies, so that no more is copied than is allowed.
    private static final class Building {
        private int facts;

        Fact fact(@Nullable Object from, String path, int depth) {
            facts++;
            if (facts > MOST_FACTS) {
                throw new SubjectException(SubjectException.Code.TOO_MANY_FACTS, path);
            }
            if (depth > DEEPEST) {
                throw new SubjectException(SubjectException.Code.TOO_DEEP, path);
            }
            return switch (from) {
                case null -> Fact.Nothing.NOTHING;
                case String text -> text(text, path);
                case BigDecimal amount -> amount(amount, path);
                case Number number -> amount(number.toString(), path);
                case Boolean flag -> new Fact.Flag(flag);
                case Enum<?> code -> new Fact.Text(code.name());
                case Optional<?> maybe -> fact(maybe.orElse(null), path, depth);
                case Map<?, ?> parts -> group(parts, path, depth);
                case Iterable<?> members -> many(members, path, depth);
                default -> throw new SubjectException(SubjectException.Code.UNKNOWN_KIND, path);
            };
        }

        private static Fact text(String text, String path) {
            if (text.length() > LONGEST_TEXT) {
                throw new SubjectException(SubjectException.Code.TEXT_TOO_LONG, path);
            }
            return new Fact.Text(text);
        }

        private static Fact amount(String number, String path) {
            try {
                return amount(new BigDecimal(number), path);
            } catch (NumberFormatException notFinite) {
                throw new SubjectException(SubjectException.Code.NOT_A_NUMBER, path);
            }
        }

        /// Comparing numbers with exponents far apart would write out all their digits.
        private static Fact amount(BigDecimal amount, String path) {
            if (amount.precision() > 40 || Math.abs((long) amount.scale()) > 40) {
                throw new SubjectException(SubjectException.Code.NOT_A_NUMBER, path);
            }
            return new Fact.Amount(amount);
        }

        private Fact many(Iterable<?> from, String path, int depth) {
            List<Fact> members = new ArrayList<>();
            for (var member : from) {
                members.add(fact(member, path + "[" + members.size() + "]", depth + 1));
            }
            return new Fact.Many(members);
        }

        private Fact group(Map<?, ?> from, String path, int depth) {
            Map<String, Fact> parts = new LinkedHashMap<>();
            from.forEach((name, value) -> {
                var below = path.isEmpty() ? String.valueOf(name) : path + "." + name;
                parts.put(String.valueOf(name), fact(value, below, depth + 1));
            });
            if (parts.containsKey(NOT_APPLICABLE)) {
                var why = parts.getOrDefault(NOT_APPLICABLE, Fact.Nothing.NOTHING);
                return new Fact.NotApplicable(said(why, "reason"), said(why, "by"), said(why, "on"));
            }
            return new Fact.Group(parts);
        }

        private static String said(Fact from, String name) {
            return from.part(name) instanceof Fact.Text(var text) ? text : "";
        }
    }
}
