package org.cairn.server.vcapi;

import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.credential.key.KeyType;
import org.cairn.credential.proof.Suite;

/// The issuers of the VC API, each named by how it signs.
enum IssuerSuite {
    EDDSA_RDFC_2022("eddsa-rdfc-2022", Suite.EDDSA_RDFC_2022, KeyType.ED25519),
    EDDSA_JCS_2022("eddsa-jcs-2022", Suite.EDDSA_JCS_2022, KeyType.ED25519),
    ECDSA_RDFC_2019_P256("ecdsa-rdfc-2019-p256", Suite.ECDSA_RDFC_2019, KeyType.P256),
    ECDSA_RDFC_2019_P384("ecdsa-rdfc-2019-p384", Suite.ECDSA_RDFC_2019, KeyType.P384),
    ECDSA_JCS_2019_P256("ecdsa-jcs-2019-p256", Suite.ECDSA_JCS_2019, KeyType.P256),
    ECDSA_JCS_2019_P384("ecdsa-jcs-2019-p384", Suite.ECDSA_JCS_2019, KeyType.P384),
    ECDSA_SD_2023("ecdsa-sd-2023", Suite.ECDSA_SD_2023, KeyType.P256),
    BBS_2023("bbs-2023", Suite.BBS_2023, KeyType.BLS12_381_G2),
    /// `eddsa-rdfc-2022` with a status entry that the issuer adds itself.
    STATUS("status", Suite.EDDSA_RDFC_2022, KeyType.ED25519);

    private final String id;
    private final Suite suite;
    private final KeyType keyType;

    IssuerSuite(String id, Suite suite, KeyType keyType) {
        this.id = id;
        this.suite = suite;
        this.keyType = keyType;
    }

    /// Its name in addresses.
    String id() {
        return id;
    }

    Suite suite() {
        return suite;
    }

    KeyType keyType() {
        return keyType;
    }

    static Optional<IssuerSuite> named(String id) {
        return Stream.of(values()).filter(suite -> suite.id.equals(id)).findFirst();
    }
}
