package org.cairn.server.vcapi;

/// For whom the API works: whose keys sign and whose lists tell the status.
///
/// @param keys every issuer's key
/// @param ledger the status of what they issued
record Tenant(Keyring keys, Ledger ledger) {}
