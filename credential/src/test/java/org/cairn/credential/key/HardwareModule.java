package org.cairn.credential.key;

import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import org.cairn.credential.proof.ProofResult;
import org.cairn.credential.proof.Suite;

/// Signs with the keys of a PKCS#11 module and says what came of it. A program of its own, because a module is
/// told where its token lies by the environment.
final class HardwareModule {

    private HardwareModule() {}

    /// @param arguments the configuration of the Java provider, and the PIN
    public static void main(String[] arguments) throws Exception {
        Provider provider = Security.getProvider("SunPKCS11").configure(arguments[0]);
        Security.addProvider(provider);
        char[] pin = arguments[1].toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, pin);

        KeyStoreSigner p256 = KeyStoreSigner.of(store, "p256", pin, "did:web:a.example#1");
        KeyStoreSigner p384 = KeyStoreSigner.of(store, "p384", pin, "did:web:a.example#2");
        KeyStoreSigner rsa = KeyStoreSigner.of(store, "rsa", pin, "did:web:a.example#3");
        byte[] message = {1, 2, 3};

        tell(
                store,
                pin,
                "p256",
                KeyStoreSignerTest.issuedBy(p256, Suite.ECDSA_RDFC_2019).equals(new ProofResult.Intact()));
        tell(
                store,
                pin,
                "p384",
                KeyStoreSignerTest.issuedBy(p384, Suite.ECDSA_JCS_2019).equals(new ProofResult.Intact()));
        tell(store, pin, "rsa", rsa.publicKey().verifies(message, rsa.sign(message)));
    }

    private static void tell(KeyStore store, char[] pin, String alias, boolean holds) throws Exception {
        boolean stays = store.getKey(alias, pin).getEncoded() == null;
        System.out.println(alias + (holds ? " holds" : " fails") + (stays ? ", secret stays" : ", secret leaves"));
    }
}
