package org.cairn.credential.key;

import java.util.Arrays;
import java.util.Base64;

/// Multibase text for keys and signatures: `z` (base58 Bitcoin) and `u` (base64url without padding).
public final class Multibase {

    private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int[] VALUES = values();

    /// Base conversion is quadratic; keys and signatures stay far below this.
    private static final int MAX_BASE58_CHARS = 1024;

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
        int zeros = leadingZeros(bytes);
        byte[] number = Arrays.copyOfRange(bytes, zeros, bytes.length);
        StringBuilder reversed = new StringBuilder();
        int start = 0;
        while (start < number.length) {
            reversed.append(DIGITS.charAt(divide(number, start, 256, 58)));
            start += number[start] == 0 ? 1 : 0;
        }
        return "1".repeat(zeros) + reversed.reverse();
    }

    static byte[] decode58(String text) {
        if (text.length() > MAX_BASE58_CHARS) {
            throw new IllegalArgumentException("base58 text is too long");
        }
        byte[] digits = new byte[text.length()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) digit(text.charAt(i));
        }
        int zeros = leadingZeros(digits);
        byte[] result = new byte[digits.length];
        int end = result.length;
        int start = zeros;
        while (start < digits.length) {
            result[--end] = (byte) divide(digits, start, 58, 256);
            start += digits[start] == 0 ? 1 : 0;
        }
        while (end < result.length && result[end] == 0) {
            end++;
        }
        byte[] exact = new byte[zeros + result.length - end];
        System.arraycopy(result, end, exact, zeros, result.length - end);
        return exact;
    }

    /// Divides the big-endian number in place and returns the remainder.
    private static int divide(byte[] number, int start, int base, int divisor) {
        int remainder = 0;
        for (int i = start; i < number.length; i++) {
            int value = remainder * base + (number[i] & 0xff);
            number[i] = (byte) (value / divisor);
            remainder = value % divisor;
        }
        return remainder;
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
