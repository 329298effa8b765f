package org.cairn.stacking.text;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cairn.stacking.rule.Fraction;

/// The single words of the language: names, numbers, days, periods, fractions. Each gives a stand-in after a
/// fault; that of a text is the empty text, which no text can be.
final class Words {
    static final BigDecimal LEAST = new BigDecimal("0.0001");
    static final BigDecimal MOST = BigDecimal.valueOf(100_000);
    private static final int DECIMALS = 4;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,20})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern PERIOD =
            Pattern.compile("P(?=.)([0-9]{1,3}Y)?([0-9]{1,4}M)?([0-9]{1,3}W)?([0-9]{1,5}D)?");
    private static final Pattern FRACTION = Pattern.compile("([0-9]{1,5})/([0-9]{1,5})");
    /// Language, script, region and variants of BCP 47 (RFC 5646 section 2.1); extensions name no language of a
    /// title.
    private static final Pattern LANGUAGE = Pattern.compile(
            "[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*");

    private static final String NOTHING = "";

    private Words() {}

    /// A name that this text gives: of the rule or of a slot.
    static String name(Value value) {
        var found = value.scalar("name");
        if (found.isPresent() && !NAME.matcher(found.get()).matches()) {
            value.fault(Fault.Code.NOT_A_NAME, found.get());
            return NOTHING;
        }
        return found.orElse(NOTHING);
    }

    /// A name that is given elsewhere: of a spec, a scheme, a grade, a provider. In one line.
    static String text(Value value, int longest) {
        return checked(value, longest, Character::isISOControl);
    }

    /// Text by language, for people. May have several lines.
    static Map<String, String> prose(Value value, int longest) {
        var prose = new HashMap<String, String>();
        for (var pair : value.pairs(50, "en: …")) {
            if (!LANGUAGE.matcher(pair.name()).matches()) {
                pair.key().fault(Fault.Code.NOT_A_LANGUAGE, pair.name());
            }
            prose.put(
                    pair.name(), checked(pair.value(), longest, each -> each != '\n' && Character.isISOControl(each)));
        }
        return prose;
    }

    private static String checked(Value value, int longest, IntPredicate forbidden) {
        var found = value.scalar("text");
        if (found.isEmpty()) {
            return NOTHING;
        }
        var length = found.get().codePointCount(0, found.get().length());
        if (length > longest) {
            value.fault(Fault.Code.TOO_LONG, String.valueOf(length), String.valueOf(longest));
            return NOTHING;
        }
        if (found.get().codePoints().anyMatch(forbidden)) {
            value.fault(Fault.Code.CONTROL_CHARACTER);
            return NOTHING;
        }
        return found.get();
    }

    /// One text, or a list of different ones.
    static Set<String> texts(Value value) {
        var all = new LinkedHashSet<String>();
        for (var each : value.isScalar() ? List.of(value) : value.items(1_000, "[…]")) {
            var text = text(each, 500);
            if (!all.add(text) && !text.isEmpty()) {
                each.fault(Fault.Code.TWICE, text);
            }
        }
        return all.isEmpty() ? Set.of(NOTHING) : all;
    }

    /// Credits and everything like them.
    static BigDecimal number(Value value, BigDecimal least, BigDecimal most) {
        var found = value.scalar("number");
        if (found.isEmpty()) {
            return least;
        }
        if (!value.isPlain() || !NUMBER.matcher(found.get()).matches()) {
            value.fault(Fault.Code.NOT_A_NUMBER, found.get());
            return least;
        }
        var number = new BigDecimal(found.get());
        if (number.scale() > DECIMALS) {
            value.fault(Fault.Code.TOO_MANY_DECIMALS, found.get(), String.valueOf(DECIMALS));
        } else if (number.compareTo(least) < 0) {
            value.fault(Fault.Code.TOO_SMALL, found.get(), least.toPlainString());
        } else if (number.compareTo(most) > 0) {
            value.fault(Fault.Code.TOO_LARGE, found.get(), most.toPlainString());
        } else {
            return number;
        }
        return least;
    }

    static int whole(Value value, int least, int most) {
        var number = number(value, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        if (number.stripTrailingZeros().scale() > 0) {
            value.fault(Fault.Code.NOT_WHOLE, number.toPlainString());
            return least;
        }
        return number.intValueExact();
    }

    static <E extends Enum<E>> E word(Value value, Class<E> of) {
        var found = value.scalar(form(of));
        for (var constant : of.getEnumConstants()) {
            if (found.isPresent() && constant.name().equals(found.get())) {
                return constant;
            }
        }
        found.ifPresent(word -> value.unknown(Fault.Code.UNKNOWN_WORD, word, names(of)));
        return of.getEnumConstants()[0];
    }

    static <E extends Enum<E>> Set<E> words(Value value, Class<E> of) {
        var all = new LinkedHashSet<E>();
        for (var each : value.isScalar() ? List.of(value) : value.items(50, "[" + form(of) + "]")) {
            var word = word(each, of);
            if (!all.add(word) && each.says(word.name())) {
                each.fault(Fault.Code.TWICE, word.name());
            }
        }
        return all;
    }

    static <E extends Enum<E>> List<String> names(Class<E> of) {
        return Arrays.stream(of.getEnumConstants()).map(Enum::name).toList();
    }

    /// "A | B".
    static <E extends Enum<E>> String form(Class<E> of) {
        return names(of).stream().collect(Collectors.joining(" | "));
    }

    static LocalDate day(Value value, LocalDate otherwise) {
        var found = value.scalar("2026-01-31");
        if (found.isPresent()) {
            try {
                if (DATE.matcher(found.get()).matches()) {
                    return LocalDate.parse(found.get());
                }
            } catch (DateTimeException _) {
                // 30 February: told below.
            }
            value.fault(Fault.Code.NOT_A_DATE, found.get());
        }
        return otherwise;
    }

    static Period period(Value value) {
        var found = value.scalar("P5Y");
        if (found.isPresent()) {
            if (PERIOD.matcher(found.get()).matches()
                    && !Period.parse(found.get()).isZero()) {
                return Period.parse(found.get());
            }
            value.fault(Fault.Code.NOT_A_PERIOD, found.get());
        }
        return Period.ofDays(1);
    }

    static Fraction fraction(Value value) {
        var found = value.scalar("3/4");
        if (found.isPresent()) {
            var parts = FRACTION.matcher(found.get());
            if (parts.matches()) {
                var over = Integer.parseInt(parts.group(1));
                var under = Integer.parseInt(parts.group(2));
                if (under >= 1 && under <= 10_000 && over <= under) {
                    return new Fraction(over, under);
                }
            }
            value.fault(Fault.Code.NOT_A_FRACTION, found.get());
        }
        return new Fraction(1, 1);
    }
}
