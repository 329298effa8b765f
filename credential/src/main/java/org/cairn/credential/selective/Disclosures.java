package org.cairn.credential.selective;

import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.proof.Suite;

/// Joins the suites of selective disclosure to the others.
public final class Disclosures {

    private Disclosures() {}

    /// One that checks derived proofs of both suites as well.
    public static DataIntegrity readBy(DataIntegrity integrity, Contexts contexts) {
        return integrity.with(Suite.ECDSA_SD_2023, new EcdsaSd(contexts)).with(Suite.BBS_2023, new Bbs2023(contexts));
    }
}
