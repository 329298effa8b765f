package org.cairn.quality;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cairn.quality.Mistake.Code;

/// Reads paths, and knows whose member `it` is while what stands below an `each` or `some` is read.
final class PlaceReader {
    private static final Set<FactType> LISTS = EnumSet.of(FactType.LIST, FactType.TEXTS, FactType.ANYTHING);

    /// The list whose members `it` is; empty outside any.
    private Optional<String> list = Optional.empty();

    /// A path that the dictionary knows, of a type that can be asked so.
    Optional<Place> read(Part part, Set<FactType> wanted) {
        var path = part.scalar();
        if (path.isEmpty()) {
            return Optional.empty();
        }
        var place = Place.of(path.get());
        if (place.isOfMember() && list.isEmpty()) {
            part.tell(Code.MEMBER_OUTSIDE, path.get());
            return Optional.empty();
        }
        var type = typeOf(place);
        if (type.isEmpty()) {
            part.unknown(Code.UNKNOWN_PATH, path.get(), near(place));
            return Optional.empty();
        }
        if (!wanted.contains(type.get())) {
            var words = wanted.stream()
                    .filter(each -> each != FactType.ANYTHING)
                    .map(FactType::word)
                    .sorted();
            part.tell(Code.WRONG_TYPE, path.get(), type.get().word(), String.join(", ", words.toList()));
            return Optional.empty();
        }
        return Optional.of(place);
    }

    private Optional<FactType> typeOf(Place place) {
        if (!place.isOfMember()) {
            return Dictionary.FACTS.typeOf(place.path());
        }
        var of = list.orElseThrow();
        if (!place.steps().isEmpty()) {
            return Dictionary.FACTS.typeOf(of + "." + String.join(".", place.steps()));
        }
        return Dictionary.FACTS.typeOf(of).map(type -> type == FactType.TEXTS ? FactType.TEXT : FactType.GROUP);
    }

    /// The paths that could have been meant: those of the same root or of the list's members.
    private List<String> near(Place place) {
        var before =
                place.isOfMember() ? list.orElseThrow() + "." : place.steps().getFirst() + ".";
        var below = Dictionary.FACTS.paths().stream()
                .filter(path -> path.startsWith(before))
                .map(path -> place.isOfMember() ? Place.MEMBER + "." + path.substring(before.length()) : path)
                .toList();
        return below.isEmpty() ? Dictionary.FACTS.paths() : below;
    }

    /// A list whose members are counted.
    Optional<Place> listOrTexts(Part part) {
        return read(part, LISTS);
    }

    /// A list whose members are looked at one by one. Within one it must be of the member: looking through one
    /// list for each member of another has no bound that an author would foresee.
    Optional<Place> list(Part part) {
        var place = read(part, LISTS);
        if (place.isPresent() && list.isPresent() && !place.get().isOfMember()) {
            part.tell(Code.LIST_IN_LIST, place.get().path());
            return Optional.empty();
        }
        return place;
    }

    /// What is read while `it` is a member of that list.
    <T> T within(Place of, Supplier<T> reading) {
        var outer = list;
        list = Optional.of(absolute(of));
        try {
            return reading.get();
        } finally {
            list = outer;
        }
    }

    private String absolute(Place place) {
        return place.isOfMember() ? list.orElseThrow() + "." + String.join(".", place.steps()) : place.path();
    }
}
