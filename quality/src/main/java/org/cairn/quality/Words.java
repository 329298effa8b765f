package org.cairn.quality;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cairn.quality.Mistake.Code;

/// The single words of a pack: names, texts, numbers, days. Each is empty after a mistake, which is told.
final class Words {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,6})?");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final int MOST_CODES = 2_000;

    private Words() {}

    static Optional<String> name(Part part) {
        var found = part.scalar();
        if (found.isPresent() && !NAME.matcher(found.get()).matches()) {
            part.tell(Code.NOT_A_NAME, found.get());
            return Optional.empty();
        }
        return found;
    }

    static Optional<String> text(Part part, int longest) {
        var found = part.scalar();
        if (found.isPresent() && found.get().length() > longest) {
            part.tell(Code.TOO_LONG, String.valueOf(found.get().length()), String.valueOf(longest));
            return Optional.empty();
        }
        if (found.isPresent() && found.get().chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            part.tell(Code.CONTROL_CHARACTER);
            return Optional.empty();
        }
        return found.map(String::strip);
    }

    /// Text by language.
    static Map<String, String> prose(Part part) {
        var prose = new LinkedHashMap<String, String>();
        part.pairs(30).forEach((language, pair) -> {
            if (!LANGUAGE.matcher(language).matches()) {
                pair.key().tell(Code.NOT_A_LANGUAGE, language);
            }
            text(pair.value(), 1_000).ifPresent(text -> prose.put(language, text));
        });
        return prose;
    }

    static Set<String> codes(Part part) {
        var codes = new LinkedHashSet<String>();
        part.items(MOST_CODES).forEach(item -> text(item, 200).ifPresent(codes::add));
        return codes;
    }

    static Optional<BigDecimal> number(Part part) {
        var found = part.scalar();
        if (found.isPresent() && !NUMBER.matcher(found.get()).matches()) {
            part.tell(Code.NOT_A_NUMBER, found.get());
            return Optional.empty();
        }
        return found.map(BigDecimal::new);
    }

    static Optional<Integer> whole(Part part, int least, int most) {
        var found = number(part);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var number = found.get().stripTrailingZeros();
        var isOutside =
                number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0;
        if (number.scale() > 0 || isOutside) {
            part.tell(Code.OUT_OF_BOUNDS, number.toPlainString(), String.valueOf(least), String.valueOf(most));
            return Optional.empty();
        }
        return Optional.of(number.intValue());
    }

    static Optional<LocalDate> day(Part part) {
        var found = part.scalar();
        try {
            return found.map(LocalDate::parse);
        } catch (DateTimeException notADay) {
            part.tell(Code.NOT_A_DAY, found.orElse(""));
            return Optional.empty();
        }
    }

    static boolean flag(Part part) {
        var found = part.scalar();
        if (found.isPresent() && !Set.of("true", "false").contains(found.get())) {
            part.tell(Code.NOT_A_FLAG, found.get());
        }
        return found.equals(Optional.of("true"));
    }

    static <E extends Enum<E>> Optional<E> word(Part part, Class<E> of) {
        var words = Arrays.stream(of.getEnumConstants()).map(Enum::name).toList();
        var found = part.scalar();
        if (found.isPresent() && !words.contains(found.get())) {
            part.unknown(Code.UNKNOWN_WORD, found.get(), words);
            return Optional.empty();
        }
        return found.map(word -> Enum.valueOf(of, word));
    }
}
