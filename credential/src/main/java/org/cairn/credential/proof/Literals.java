package org.cairn.credential.proof;

import com.apicatalog.jcs.Jcs;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.cairn.credential.proof.ContentException.Code;
import org.jspecify.annotations.Nullable;

/// The lexical forms of JSON values in RDF (JSON-LD 1.1 API, 8.2.2, steps 8 to 12).
final class Literals {

    /// A text with its datatype.
    record Literal(String text, String datatype) {}

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String JSON = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON";

    /// Beyond this, programs that hold every number as a double read another number than the one written.
    private static final BigInteger MAX_EXACT = BigInteger.TWO.pow(53).subtract(BigInteger.ONE);

    private static final BigDecimal MAX_INTEGER = BigDecimal.ONE.movePointRight(21);

    /// JavaScript's `toExponential(15)`, on which other implementations agree.
    private static final MathContext DIGITS = new MathContext(16, RoundingMode.HALF_UP);

    private Literals() {}

    static Literal of(@Nullable JsonValue value, @Nullable String datatype) {
        if ("@json".equals(datatype)) {
            return new Literal(Jcs.canonize(value), JSON);
        }
        return switch (value) {
            case JsonString string -> new Literal(string.getString(), datatype == null ? XSD + "string" : datatype);
            case JsonNumber number -> number(number.bigDecimalValue(), datatype);
            case JsonValue other
            when other.equals(JsonValue.TRUE) || other.equals(JsonValue.FALSE) ->
                new Literal(other.toString(), datatype == null ? XSD + "boolean" : datatype);
            case null, default -> throw new ContentException(Code.NOT_COVERED, "@value");
        };
    }

    private static Literal number(BigDecimal number, @Nullable String datatype) {
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        boolean asDouble =
                !whole || (XSD + "double").equals(datatype) || number.abs().compareTo(MAX_INTEGER) >= 0;
        if (asDouble) {
            if (Double.isInfinite(number.doubleValue())) {
                throw new ContentException(Code.NOT_COVERED, "a number beyond all doubles");
            }
            return new Literal(canonicalDouble(number.doubleValue()), datatype == null ? XSD + "double" : datatype);
        }
        BigInteger integer = number.toBigIntegerExact();
        if (integer.abs().compareTo(MAX_EXACT) > 0) {
            throw new ContentException(Code.NOT_COVERED, "a number beyond 2^53");
        }
        return new Literal(integer.toString(), datatype == null ? XSD + "integer" : datatype);
    }

    /// One digit, point, at least one digit, `E`, exponent.
    static String canonicalDouble(double value) {
        if (value == 0) {
            return "0.0E0";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        String digits = rounded.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - rounded.scale();
        String fraction = digits.length() == 1 ? "0" : digits.substring(1);
        return (value < 0 ? "-" : "") + digits.charAt(0) + "." + fraction + "E" + exponent;
    }
}
