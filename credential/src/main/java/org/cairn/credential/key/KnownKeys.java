package org.cairn.credential.key;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Public keys that were lately found to be valid. Finding that out costs as much as checking a signature, and an
/// issuer's key comes up again and again. Thread-safe.
final class KnownKeys<K extends VerificationKey> {

    private static final int MAX_KEYS = 1_000;

    /// The least recently used goes first.
    private final Map<ByteBuffer, K> keys = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, K> eldest) {
            return size() > MAX_KEYS;
        }
    };

    synchronized Optional<K> find(byte[] raw) {
        return Optional.ofNullable(keys.get(ByteBuffer.wrap(raw)));
    }

    /// @param raw is kept and must not be changed
    synchronized K remember(byte[] raw, K key) {
        keys.put(ByteBuffer.wrap(raw), key);
        return key;
    }
}
