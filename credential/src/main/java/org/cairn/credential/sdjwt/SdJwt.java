package org.cairn.credential.sdjwt;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.jose.MalformedTokenException;
import org.cairn.credential.jose.MalformedTokenException.Code;
import org.cairn.credential.key.Signer;

/// A selectively disclosable token with those disclosures that are still there, and perhaps the proof of who shows it.
/// Reading it checks no signature.
public final class SdJwt {

    private static final int MAX_DISCLOSURES = 5_000;
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+~[A-Za-z0-9_~.-]*");

    private final Jws token;
    private final List<Disclosure> disclosures;
    private final Optional<Jws> binding;

    SdJwt(Jws token, List<Disclosure> disclosures, Optional<Jws> binding) {
        this.token = token;
        this.disclosures = List.copyOf(disclosures);
        this.binding = binding;
    }

    /// Whether the text has the form of such a token.
    public static boolean looksLikeOne(String text) {
        return text.length() <= Jws.MAX_CHARS && FORM.matcher(text).matches();
    }

    /// Takes one apart.
    ///
    /// @throws MalformedTokenException when a part is not what it should be
    public static SdJwt read(String text) {
        if (text.length() > Jws.MAX_CHARS) {
            throw new MalformedTokenException(Code.TOO_LARGE, "more than " + Jws.MAX_CHARS + " characters");
        }
        List<String> parts = List.of(text.split("~", -1));
        if (parts.size() < 2 || parts.size() > MAX_DISCLOSURES) {
            throw new MalformedTokenException(Code.PARTS, "a token followed by ~ and not too many disclosures");
        }
        List<Disclosure> disclosures = parts.subList(1, parts.size() - 1).stream()
                .map(Disclosure::read)
                .toList();
        Optional<Jws> binding =
                Optional.of(parts.getLast()).filter(last -> !last.isEmpty()).map(SdJwt::binding);
        return new SdJwt(Jws.read(parts.getFirst()), disclosures, binding);
    }

    private static Jws binding(String text) {
        try {
            return Jws.read(text);
        } catch (MalformedTokenException e) {
            throw new MalformedTokenException(Code.KEY_BINDING, "the proof of possession: " + e.getMessage());
        }
    }

    /// The issuer's token.
    public Jws token() {
        return token;
    }

    /// Whether a proof of possession comes with it.
    public boolean isBound() {
        return binding.isPresent();
    }

    /// The claims, with the disclosures in their places.
    ///
    /// @throws MalformedTokenException when digests and disclosures do not fit together
    public Disclosed disclosed() {
        return Assembly.assemble(token.claims(), disclosures);
    }

    /// What a holder passes on: the claims that cannot be kept back and those of his choice, with whatever leads to
    /// them.
    ///
    /// @throws IllegalArgumentException when there is nothing to disclose at a path
    public SdJwt presenting(Set<ClaimPath> chosen) {
        Map<Disclosure, ClaimPath> places = Assembly.places(token.claims(), disclosures);
        Collection<ClaimPath> known = places.values();
        if (!known.containsAll(chosen)) {
            throw new IllegalArgumentException("there is nothing to disclose at some of the paths");
        }
        List<Disclosure> shown = disclosures.stream()
                .filter(disclosure -> chosen.stream()
                        .anyMatch(path -> places.get(disclosure) != null
                                && places.get(disclosure).leadsTo(path)))
                .toList();
        return new SdJwt(token, shown, Optional.empty());
    }

    /// With the holder's answer to a challenge; the signer's key must be the one the token was issued to.
    public SdJwt bound(Challenge challenge, Instant at, Signer holder) {
        Digests digests = Digests.of(token.claims());
        Jws answer = KeyBinding.sign(presented(), digests, challenge, at, holder);
        return new SdJwt(token, disclosures, Optional.of(answer));
    }

    /// Why the proof of possession does not hold; empty when it does, or when there is none ([#isBound]).
    ///
    /// @param asked what has to be answered; without, any answer to anybody will do
    public Optional<KeyBindingProblem> bindingProblem(Optional<Challenge> asked, Instant now) {
        return binding.flatMap(answer -> KeyBinding.problem(answer, presented(), token.claims(), asked, now));
    }

    /// Everything that the proof of possession covers.
    private String presented() {
        return Stream.concat(Stream.of(token.compact()), disclosures.stream().map(Disclosure::encoded))
                .collect(Collectors.joining("~", "", "~"));
    }

    /// The form in which it is passed on.
    public String compact() {
        return presented() + binding.map(Jws::compact).orElse("");
    }

    /// Says nothing of what it discloses.
    @Override
    public String toString() {
        return "SdJwt with " + disclosures.size() + " disclosures";
    }
}
