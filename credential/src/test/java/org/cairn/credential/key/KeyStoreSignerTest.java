package org.cairn.credential.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cairn.credential.Badges;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.proof.Proof;
import org.cairn.credential.proof.ProofOptions;
import org.cairn.credential.proof.ProofResult;
import org.cairn.credential.proof.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys in PKCS#12 files made by the JDK's keytool, and in SoftHSM, the software token of Debian (package
/// softhsm2).
class KeyStoreSignerTest {

    private static final String PASSWORD = "changeit";
    private static final List<Path> MODULES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"), Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Ed25519, '', ED25519",
        "EC, -groupname secp256r1, P256",
        "EC, -groupname secp384r1, P384",
        "RSA, -keysize 2048, RSA"
    })
    void a_key_in_a_pkcs12_file_signs(String algorithm, String size, KeyType type) throws Exception {
        KeyStoreSigner signer = KeyStoreSigner.of(
                fileWith("issuer", algorithm, size), "issuer", PASSWORD.toCharArray(), "did:web:a.example#k");

        byte[] signature = signer.sign(new byte[] {1, 2, 3});

        assertThat(signer.keyType()).isEqualTo(type);
        assertThat(signer.verificationMethod()).isEqualTo("did:web:a.example#k");
        assertThat(signer.publicKey().verifies(new byte[] {1, 2, 3}, signature)).isTrue();
        assertThat(signer.publicKey().verifies(new byte[] {1, 2, 4}, signature)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Ed25519, '', EDDSA_RDFC_2022",
        "EC, -groupname secp256r1, ECDSA_RDFC_2019",
        "EC, -groupname secp384r1, ECDSA_JCS_2019"
    })
    void a_key_in_a_pkcs12_file_issues_a_badge(String algorithm, String size, Suite suite) throws Exception {
        KeyStoreSigner signer = KeyStoreSigner.of(
                fileWith("issuer", algorithm, size), "issuer", PASSWORD.toCharArray(), "did:web:a.example#k");

        assertThat(issuedBy(signer, suite)).isEqualTo(new ProofResult.Intact());
    }

    @Test
    void a_wrong_alias_password_or_kind_of_key_is_told() throws Exception {
        KeyStore store = fileWith("issuer", "EC", "-groupname secp521r1");

        assertThatExceptionOfType(KeyStoreException.class)
                .isThrownBy(() -> KeyStoreSigner.of(store, "other", PASSWORD.toCharArray(), "did:web:a.example#k"))
                .withMessageContaining("no secret key");
        assertThatExceptionOfType(KeyStoreException.class)
                .isThrownBy(() -> KeyStoreSigner.of(store, "issuer", "wrong".toCharArray(), "did:web:a.example#k"))
                .withMessageContaining("cannot be opened");
        assertThatExceptionOfType(KeyStoreException.class)
                .isThrownBy(() -> KeyStoreSigner.of(store, "issuer", PASSWORD.toCharArray(), "did:web:a.example#k"))
                .withMessageContaining("unknown kind");
    }

    /// The module reads its configuration from the environment, so another process does the signing.
    @Test
    void keys_in_a_hardware_module_sign_without_leaving_it() throws Exception {
        Path configuration = softHsm();
        keytool(configuration, "p256", "EC", "-groupname secp256r1");
        keytool(configuration, "p384", "EC", "-groupname secp384r1");
        keytool(configuration, "rsa", "RSA", "-keysize 2048");

        String output = run(
                environment(),
                List.of(
                        java("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HardwareModule.class.getName(),
                        configuration.toString(),
                        PASSWORD));

        assertThat(output.lines())
                .contains("p256 holds, secret stays", "p384 holds, secret stays", "rsa holds, secret stays");
    }

    static ProofResult issuedBy(KeyStoreSigner signer, Suite suite) {
        DataIntegrity integrity = Badges.INTEGRITY;
        JsonObject signed = integrity.sign(Badges.aBadge().toJson(), signer, ProofOptions.of(suite, Badges.NOW));
        Proof.Checkable proof = (Proof.Checkable) Proof.read(signed.getJsonObject("proof"));
        return integrity.verify(signed, proof, signer.publicKey(), Badges.NOW);
    }

    private KeyStore fileWith(String alias, String algorithm, String size) throws Exception {
        Path file = folder.resolve("keys.p12");
        run(Map.of(), genkeypair(alias, algorithm, size, "-keystore", file.toString(), "-storetype", "PKCS12"));
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    /// A fresh token in the temporary folder; gives the configuration of the Java provider for it.
    private Path softHsm() throws Exception {
        Optional<Path> library = MODULES.stream().filter(Files::exists).findFirst();
        assumeTrue(library.isPresent(), "SoftHSM is absent: install the Debian package softhsm2");
        Path tokens = Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = %s\nobjectstore.backend = file\n".formatted(tokens));
        run(
                environment(),
                List.of(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        "t",
                        "--pin",
                        PASSWORD,
                        "--so-pin",
                        PASSWORD));
        return Files.writeString(
                folder.resolve("pkcs11.cfg"),
                "name = SoftHSM\nlibrary = %s\nslotListIndex = 0\n".formatted(library.get()));
    }

    private Map<String, String> environment() {
        return Map.of("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
    }

    private void keytool(Path configuration, String alias, String algorithm, String size) throws Exception {
        run(
                environment(),
                genkeypair(
                        alias,
                        algorithm,
                        size,
                        "-keystore",
                        "NONE",
                        "-storetype",
                        "PKCS11",
                        "-addprovider",
                        "SunPKCS11",
                        "-providerarg",
                        configuration.toString()));
    }

    private static List<String> genkeypair(String alias, String algorithm, String size, String... store) {
        List<String> command = new ArrayList<>(List.of(
                java("keytool"),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                algorithm,
                "-dname",
                "CN=issuer",
                "-storepass",
                PASSWORD));
        Stream.of(size.split(" ")).filter(part -> !part.isEmpty()).forEach(command::add);
        command.addAll(List.of(store));
        return command;
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static String run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
