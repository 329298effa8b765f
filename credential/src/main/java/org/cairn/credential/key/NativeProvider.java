package org.cairn.credential.key;

import java.security.Provider;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/// The Amazon Corretto Crypto Provider, if it is on the class path and made for this machine
/// (`docs/adr/0005-native-signatures.md`). Looked for once.
final class NativeProvider {

    private static final String NAME = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final String TAKES_KEYS = "com.amazon.corretto.crypto.provider.registerEdKeyFactory";

    private static final Optional<Provider> FOUND = find();

    private NativeProvider() {}

    /// The provider, if it has this kind of signature.
    static Optional<Provider> with(String algorithm) {
        return FOUND.filter(provider -> provider.getService("Signature", algorithm) != null);
    }

    private static Optional<Provider> find() {
        try {
            return ServiceLoader.load(Provider.class, NativeProvider.class.getClassLoader()).stream()
                    .filter(candidate -> candidate.type().getName().equals(NAME))
                    .findFirst()
                    .map(NativeProvider::withKeys);
        } catch (ServiceConfigurationError | LinkageError e) {
            return Optional.empty();
        }
    }

    /// Asked to take Ed25519 keys as well. It would otherwise convert the key anew for every signature.
    private static Provider withKeys(ServiceLoader.Provider<Provider> candidate) {
        String before = System.setProperty(TAKES_KEYS, "true");
        try {
            return candidate.get();
        } finally {
            if (before == null) {
                System.clearProperty(TAKES_KEYS);
            } else {
                System.setProperty(TAKES_KEYS, before);
            }
        }
    }
}
