package org.cairn.credential.key;

import java.math.BigInteger;
import java.util.stream.IntStream;

/// Tells RSA keys of chips with a flawed generator (CVE-2017-15361): their primes are powers of 65537 modulo a product
/// of small primes, so they can be factored. The chance that a sound key looks like one is below 2^-60.
final class Roca {

    private static final BigInteger GENERATOR = BigInteger.valueOf(65_537);
    private static final int LARGEST = 167;

    private Roca() {}

    static boolean isFlawed(BigInteger modulus) {
        return IntStream.rangeClosed(3, LARGEST)
                .filter(number -> BigInteger.valueOf(number).isProbablePrime(20))
                .allMatch(
                        prime -> isPower(modulus.mod(BigInteger.valueOf(prime)).intValue(), prime));
    }

    /// Whether the number is a power of the generator modulo the prime.
    private static boolean isPower(int number, int prime) {
        int step = GENERATOR.mod(BigInteger.valueOf(prime)).intValue();
        return IntStream.iterate(1, power -> power * step % prime).limit(prime).anyMatch(power -> power == number);
    }
}
