package org.cairn.credential.datamodel;

import java.util.Map;
import java.util.Set;
import org.cairn.credential.datamodel.Digests.Digest;

/// Digests of resources that nobody has to fetch because they are the same for everyone.
final class KnownResources {

    /// The base context in the octets W3C publishes since February 2025 (SHA-256 in appendix B.1 of the Data Model)
    /// and published from July 2024 on, which credentials of that time name.
    private static final Map<String, Set<Digest>> DIGESTS = Map.of(
            DataModel.BASE_CONTEXT,
            Set.of(
                    sha256("59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734"),
                    sha384("97f1eb8e5042356c805fdd61afa2c557663785e0794dcafa"
                            + "21e138fd38def18cb360133c221aa31d6896a6bf3e65b614"),
                    sha256("24a18c90e9856d526111f29376e302d970b2bd10182e33959995b0207d7043b9"),
                    sha384("35239c36999d2155312091af194a1edb61634d6ad789a5e5"
                            + "b19f2aebdd762dd9d1dcaada40eda7ef921c6b8c0ae107a0")));

    private KnownResources() {}

    /// Whether the digest is that of the resource as far as we can tell: of a resource or an algorithm we have no
    /// digest of, any may be.
    static boolean mayBe(String address, Digest digest) {
        Set<Digest> known = DIGESTS.getOrDefault(address, Set.of());
        boolean comparable = known.stream().anyMatch(one -> one.algorithm().equals(digest.algorithm()));
        return !comparable || known.contains(digest);
    }

    private static Digest sha256(String hex) {
        return new Digest(Digests.SHA_256, hex);
    }

    private static Digest sha384(String hex) {
        return new Digest(Digests.SHA_384, hex);
    }
}
