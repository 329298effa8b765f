package org.cairn.fuzz;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.credential.badge.Baking;
import org.cairn.credential.badge.BakingException;
import org.cairn.credential.badge.Received;
import org.cairn.credential.datamodel.DataModel;
import org.cairn.credential.did.DidJwk;
import org.cairn.credential.did.DidKey;
import org.cairn.credential.did.DidWeb;
import org.cairn.credential.did.Dids;
import org.cairn.credential.did.VerificationMethods;
import org.cairn.credential.elm.ElmExport;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.jose.MalformedTokenException;
import org.cairn.credential.json.Json;
import org.cairn.credential.json.MalformedJsonException;
import org.cairn.credential.key.Bls12381G2PublicKey;
import org.cairn.credential.key.EcPublicKey;
import org.cairn.credential.key.Ed25519PublicKey;
import org.cairn.credential.key.Multibase;
import org.cairn.credential.openbadges2.PublicKeyPem;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.outside.Outside;
import org.cairn.credential.proof.ContentException;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.sdjwt.SdJwt;
import org.cairn.credential.sdjwt.SdJwtVc;
import org.cairn.credential.status.Bitstring;
import org.cairn.credential.status.StatusEntry;
import org.cairn.credential.status.StatusException;
import org.cairn.credential.status.StatusListCredential;
import org.cairn.credential.verify.NotACredentialException;
import org.cairn.credential.verify.TooLargeException;
import org.cairn.credential.verify.Verifier;

/// One parser and what it may say to nonsense. Anything else that comes out of [#feed] is a finding.
enum Target {
    JSON {
        @Override
        void feed(byte[] input) {
            try {
                var read = Json.object(input);
                if (!Json.object(Json.bytes(read)).equals(read)) {
                    throw new AssertionError("what was written reads as something else");
                }
            } catch (MalformedJsonException e) {
                expected(e);
            }
        }
    },
    PICTURE {
        @Override
        void feed(byte[] input) {
            try {
                Baking.unbakePng(input);
                Baking.bakePng(input, "{}");
            } catch (BakingException e) {
                expected(e);
            }
            try {
                Baking.unbakeSvg(input);
                Baking.bakeSvg(input, "{}");
            } catch (BakingException e) {
                expected(e);
            }
        }
    },
    STATUS_LIST {
        @Override
        void feed(byte[] input) {
            try {
                Bitstring.decode(Multibase.base64url(input));
            } catch (StatusException e) {
                expected(e);
            }
            try {
                Bitstring.decode(text(input));
            } catch (StatusException e) {
                expected(e);
            }
            json(input).ifPresent(object -> {
                try {
                    StatusEntry.read(object);
                } catch (StatusException e) {
                    expected(e);
                }
                try {
                    StatusListCredential.read(object);
                } catch (StatusException e) {
                    expected(e);
                }
            });
        }
    },
    KEYS {
        @Override
        void feed(byte[] input) {
            var text = text(input);
            try {
                Multibase.decode(text);
            } catch (IllegalArgumentException e) {
                expected(e);
            }
            Ed25519PublicKey.ofMultibase(text).ifPresent(key -> key.verifies(input, Arrays.copyOf(input, 64)));
            EcPublicKey.ofMultibase(text).ifPresent(key -> key.verifies(input, Arrays.copyOf(input, 64)));
            Bls12381G2PublicKey.ofMultibase(text);
            new DidKey().resolve(text);
            new DidJwk().resolve(text);
            DidWeb.address(text);
            METHODS.find(text, DataIntegrity.PURPOSE);
        }
    },
    TOKEN {
        @Override
        void feed(byte[] input) {
            var text = text(input);
            try {
                Jws.read(text);
            } catch (MalformedTokenException e) {
                expected(e);
            }
            try {
                SdJwtVc.fault(SdJwt.read(text).disclosed());
            } catch (MalformedTokenException e) {
                expected(e);
            }
            PublicKeyPem.read(text);
        }
    },
    LINKED_DATA {
        @Override
        void feed(byte[] input) {
            json(input).ifPresent(object -> {
                try {
                    SIGNATURES.checkLinkedData(object);
                } catch (ContentException e) {
                    expected(e);
                }
            });
        }
    },
    FORM {
        @Override
        void feed(byte[] input) {
            json(input).ifPresent(object -> {
                DataModel.credentialOfAnyVersion(object);
                DataModel.presentationOfAnyVersion(object);
                DataModel.envelope(object);
            });
            try {
                var received = Received.of(input);
                received.types();
                received.credentials();
                received.associations();
                received.others();
                ElmExport.of(received.json(), "en", Optional.empty());
            } catch (MalformedJsonException e) {
                expected(e);
            }
        }
    },
    VERIFIER {
        @Override
        void feed(byte[] input) {
            for (var mediaType : List.of("", "text/plain")) {
                try {
                    VERIFIER_WITHOUT_NETWORK.verify(input, mediaType);
                } catch (NotACredentialException | TooLargeException e) {
                    expected(e);
                }
            }
        }
    };

    private static final Outside NOTHING = (uri, accept, maxBytes) -> new Fetched.Unreachable("offline");
    private static final Contexts CONTEXTS = Contexts.bundled();
    private static final DataIntegrity SIGNATURES = new DataIntegrity(CONTEXTS);
    private static final VerificationMethods METHODS = new VerificationMethods(Dids.standard(NOTHING));
    private static final Verifier VERIFIER_WITHOUT_NETWORK =
            new Verifier(CONTEXTS, Dids.standard(NOTHING), NOTHING, () -> Instant.parse("2026-11-25T12:00:00Z"));

    abstract void feed(byte[] input);

    /// As on the command line: `status-list`.
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<JsonObject> json(byte[] input) {
        try {
            return Optional.of(Json.object(input));
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    /// The refusal that the Javadoc promises; it must be able to say why.
    private static void expected(RuntimeException refusal) {
        if (refusal.getMessage() == null) {
            throw new AssertionError("a refusal without words", refusal);
        }
    }
}
