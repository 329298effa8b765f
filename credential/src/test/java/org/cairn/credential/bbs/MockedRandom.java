package org.cairn.credential.bbs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/// The draft's mocked random scalars, as a source of random bytes.
final class MockedRandom extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private static final String SEED = "3.141592653589793238462643383279";

    private final transient ByteBuffer bytes;

    /// @param scalars exactly as many as will be asked for
    MockedRandom(int scalars) {
        byte[] seed = SEED.getBytes(StandardCharsets.US_ASCII);
        this.bytes = ByteBuffer.wrap(Suite.expand(seed, Suite.API + "MOCK_RANDOM_SCALARS_DST_", scalars * Suite.WIDE));
    }

    @Override
    public void nextBytes(byte[] target) {
        bytes.get(target);
    }
}
