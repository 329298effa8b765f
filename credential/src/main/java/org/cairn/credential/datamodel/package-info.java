/// What the W3C Verifiable Credentials Data Model demands of the form of a document, whoever signed it: contexts,
/// identifiers, types, languages, dates, status, schemas, evidence, related resources, envelopes, presentations.
/// Pure: a JSON object goes in, [Problem]s come out, each with its place and its section. Start with [DataModel].
/// Signatures, periods and status are the business of `verify`; meaning of terms that of `proof`.
@NullMarked
package org.cairn.credential.datamodel;

import org.jspecify.annotations.NullMarked;
