package org.cairn.credential.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cairn.credential.json.MalformedJsonException.Code;

/// Numbers as ECMAScript writes them (RFC 8785, 3.2.2.3; ECMA-262, Number::toString with radix 10).
final class JcsNumber {

    /// Digits that are enough to name any double; more are precision that a double does not have.
    private static final int MAX_DIGITS = 17;

    /// A plain number of more than this many digits, or smaller than 1e-6, is written with an exponent.
    private static final int MAX_POINT = 21;

    private static final int MIN_POINT = -5;

    private JcsNumber() {}

    /// The text of the double nearest to the number. Refused is a number that no double stands for: too large,
    /// more precise than a double, or a whole number that a double would change. Two different documents could
    /// otherwise have one signature.
    static String text(BigDecimal number) {
        double nearest = number.doubleValue();
        if (!Double.isFinite(nearest)) {
            throw refused();
        }
        String text = text(nearest);
        BigDecimal plain = number.stripTrailingZeros();
        boolean whole = plain.scale() <= 0;
        boolean vanished = nearest == 0 && plain.signum() != 0;
        if (vanished || ((whole || plain.precision() > MAX_DIGITS) && plain.compareTo(new BigDecimal(text)) != 0)) {
            throw refused();
        }
        return text;
    }

    static String text(double number) {
        if (number == 0) {
            return "0"; // also of minus zero
        }
        String sign = number < 0 ? "-" : "";
        BigDecimal shortest = shortest(Math.abs(number));
        String digits = shortest.unscaledValue().toString();
        return sign + placed(digits, digits.length() - shortest.scale());
    }

    /// The fewest digits that name the double, among those the nearest. Java finds them but for one digit,
    /// where it prefers two.
    private static BigDecimal shortest(double number) {
        BigDecimal javas = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (javas.precision() != 2) {
            return javas;
        }
        int scale = javas.scale() - 1;
        BigDecimal nearest = javas.setScale(scale, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return nearest.doubleValue() == number ? nearest : javas;
    }

    /// @param point where the decimal point stands, counted from the first digit (n in ECMA-262)
    private static String placed(String digits, int point) {
        int count = digits.length();
        if (point > MAX_POINT || point < MIN_POINT) {
            return withExponent(digits, point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return count <= point
                ? digits + "0".repeat(point - count)
                : digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String withExponent(String digits, int exponent) {
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }

    private static MalformedJsonException refused() {
        return new MalformedJsonException(
                Code.NUMBER_OUT_OF_BOUNDS, "", "a number is larger or more precise than a double");
    }
}
