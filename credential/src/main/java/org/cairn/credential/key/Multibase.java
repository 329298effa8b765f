package org.cairn.credential.key;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/// Multibase text for keys and signatures: `z` (base58 Bitcoin) and `u` (base64url without padding).
public final class Multibase {

    private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int[] VALUES = values();

    /// Base conversion is quadratic; keys and signatures stay far below this.
    private static final int MAX_BASE58_CHARS = 1024;

    /// As many base58 digits as fit a `long`.
    private static final int CHUNK = 10;

    private Multibase() {}

    /// `z` + base58.
    public static String base58(byte[] bytes) {
        return "z" + encode58(bytes);
    }

    /// `u` + base64url.
    public static String base64url(byte[] bytes) {
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Decodes either form.
    ///
    /// @throws IllegalArgumentException when the text is neither
    public static byte[] decode(String text) {
        if (text.startsWith("z")) {
            return decode58(text.substring(1));
        }
        if (text.startsWith("u")) {
            return Base64.getUrlDecoder().decode(text.substring(1));
        }
        throw new IllegalArgumentException("neither base58 nor base64url multibase");
    }

    static String encode58(byte[] bytes) {
        StringBuilder reversed = new StringBuilder();
        BigInteger number = new BigInteger(1, bytes);
        while (number.signum() > 0) {
            BigInteger[] parts = number.divideAndRemainder(BigInteger.valueOf(power58(CHUNK)));
            number = parts[0];
            long chunk = parts[1].longValue();
            for (int i = 0; i < CHUNK && (chunk > 0 || number.signum() > 0); i++) {
                reversed.append(DIGITS.charAt((int) (chunk % 58)));
                chunk /= 58;
            }
        }
        return "1".repeat(leadingZeros(bytes)) + reversed.reverse();
    }

    static byte[] decode58(String text) {
        if (text.length() > MAX_BASE58_CHARS) {
            throw new IllegalArgumentException("base58 text is too long");
        }
        int zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == '1') {
            zeros++;
        }
        BigInteger number = BigInteger.ZERO;
        for (int start = zeros; start < text.length(); start += CHUNK) {
            int end = Math.min(start + CHUNK, text.length());
            long chunk = 0;
            for (int i = start; i < end; i++) {
                chunk = chunk * 58 + digit(text.charAt(i));
            }
            number = number.multiply(BigInteger.valueOf(power58(end - start))).add(BigInteger.valueOf(chunk));
        }
        byte[] signed = number.toByteArray();
        int sign = leadingZeros(signed);
        byte[] exact = new byte[zeros + signed.length - sign];
        System.arraycopy(signed, sign, exact, zeros, signed.length - sign);
        return exact;
    }

    private static long power58(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 58;
        }
        return power;
    }

    private static int leadingZeros(byte[] bytes) {
        int zeros = 0;
        while (zeros < bytes.length && bytes[zeros] == 0) {
            zeros++;
        }
        return zeros;
    }

    private static int digit(char c) {
        int value = c < VALUES.length ? VALUES[c] : -1;
        if (value < 0) {
            throw new IllegalArgumentException("not a base58 character");
        }
        return value;
    }

    private static int[] values() {
        int[] result = new int[128];
        Arrays.fill(result, -1);
        for (int i = 0; i < DIGITS.length(); i++) {
            result[DIGITS.charAt(i)] = i;
        }
        return result;
    }
}
