package org.cairn.credential.key;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Public keys that were lately found to be valid. Finding that out costs as much as checking a signature, and an
/// issuer's key comes up again and again. Thread-safe.
final class KnownKeys {

    private static final int MAX_KEYS = 1_000;

    /// The least recently used goes first.
    private final Map<ByteBuffer, Ed25519PublicKey> keys = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Ed25519PublicKey> eldest) {
            return size() > MAX_KEYS;
        }
    };

    synchronized Optional<Ed25519PublicKey> find(byte[] raw) {
        return Optional.ofNullable(keys.get(ByteBuffer.wrap(raw)));
    }

    /// @param raw is kept and must not be changed
    synchronized Ed25519PublicKey remember(byte[] raw, Ed25519PublicKey key) {
        keys.put(ByteBuffer.wrap(raw), key);
        return key;
    }
}
