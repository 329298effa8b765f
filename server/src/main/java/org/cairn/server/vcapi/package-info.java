/// The W3C CCG's VC API for integrators: issue, verify, derive and flip the status of any credential of the Data Model,
/// in every cryptosuite. Read [VcApi] for the doors, then `Issuing`, `Verifying` and `Deriving` (what happens behind
/// them), `Tenants` (whose keys) and `Trouble` (how a refusal is told).
/// Callers show an API key. `cairn.vc-api.open` lets programs on this very machine in without one and gives them keys
/// that are forgotten when the process ends.
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "operate", "web"})
package org.cairn.server.vcapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
