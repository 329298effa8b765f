package org.cairn.server.vcapi;

import java.util.Optional;
import java.util.UUID;
import org.cairn.credential.status.Bitstring;

/// Which of one tenant's credentials are revoked or suspended. Lost, nobody could tell the revoked from the valid.
interface Ledger {

    /// Where a credential's bit stands.
    record Place(UUID list, int index) {}

    /// A place nobody had before, drawn at random so that neighbours say nothing about each other.
    ///
    /// @param credential by what name its status will be changed
    Place take(String credential, StatusPurpose purpose);

    /// Sets the bit of every credential of that name and purpose.
    ///
    /// @return false when there is none
    boolean set(String credential, StatusPurpose purpose, boolean value);

    /// What a list is for; empty when there is no such list.
    Optional<StatusPurpose> purpose(UUID list);

    /// The bits of a list as they are now.
    Bitstring bits(UUID list);
}
