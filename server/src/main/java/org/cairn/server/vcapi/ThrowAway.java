package org.cairn.server.vcapi;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.credential.status.Bitstring;

/// Keys and lists that end with the process. What they signed still verifies afterwards, being signed by a `did:key`,
/// but no status can be looked up any more. Thread-safe.
final class ThrowAway implements Keyring, Ledger {
    /// Credentials remembered; whoever issues more loses the status of the oldest.
    private static final int MAX_REMEMBERED = 100_000;

    private final SecureRandom random;
    private final Map<IssuerSuite, IssuerKey> keys = new ConcurrentHashMap<>();
    private final Map<StatusPurpose, Filling> current = new HashMap<>();
    private final Map<UUID, Filling> lists = new HashMap<>();
    private final Map<Name, List<Place>> places;

    private record Name(String credential, StatusPurpose purpose) {}

    private record Filling(UUID id, StatusPurpose purpose, Bitstring bits, Bitstring taken, int[] used) {}

    ThrowAway(SecureRandom random) {
        this.random = random;
        this.places = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Name, List<Place>> eldest) {
                return size() > MAX_REMEMBERED;
            }
        };
    }

    @Override
    public IssuerKey key(IssuerSuite suite) {
        return keys.computeIfAbsent(suite, s -> IssuerKey.generate(s.keyType(), random));
    }

    @Override
    public synchronized Place take(String credential, StatusPurpose purpose) {
        var filling = current.computeIfAbsent(purpose, this::open);
        if (filling.used[0] >= Bitstring.DEFAULT_SIZE / 2) {
            filling = open(purpose);
            current.put(purpose, filling);
        }
        var index = random.nextInt(Bitstring.DEFAULT_SIZE);
        while (filling.taken.get(index)) {
            index = random.nextInt(Bitstring.DEFAULT_SIZE);
        }
        filling.taken.set(index, true);
        filling.used[0]++;
        var place = new Place(filling.id, index);
        places.computeIfAbsent(new Name(credential, purpose), name -> new ArrayList<>())
                .add(place);
        return place;
    }

    @Override
    public synchronized boolean set(String credential, StatusPurpose purpose, boolean value) {
        var found = places.getOrDefault(new Name(credential, purpose), List.of());
        found.forEach(place -> list(place.list()).ifPresent(list -> list.bits.set(place.index(), value)));
        return !found.isEmpty();
    }

    @Override
    public synchronized Optional<StatusPurpose> purpose(UUID list) {
        return list(list).map(Filling::purpose);
    }

    @Override
    public synchronized Bitstring bits(UUID list) {
        return Bitstring.decode(list(list).orElseThrow().bits.encode());
    }

    private Optional<Filling> list(UUID id) {
        return Optional.ofNullable(lists.get(id));
    }

    private Filling open(StatusPurpose purpose) {
        var filling = new Filling(UUID.randomUUID(), purpose, Bitstring.empty(), Bitstring.empty(), new int[1]);
        lists.put(filling.id, filling);
        return filling;
    }
}
