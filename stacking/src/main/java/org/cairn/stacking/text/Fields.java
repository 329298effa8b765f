package org.cairn.stacking.text;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A mapping of which the language knows the keys.
final class Fields {
    private final Value owner;
    private final Map<String, Value> there = new LinkedHashMap<>();
    /// What a misspelt key was meant to be; it is not told as missing too.
    private final Set<String> meant = new HashSet<>();

    private final boolean isMapping;

    Fields(Value owner, List<Value.Pair> pairs, List<String> known) {
        this.owner = owner;
        this.isMapping = owner.isMapping();
        for (var pair : pairs) {
            if (known.contains(pair.name())) {
                there.put(pair.name(), pair.value());
            } else {
                pair.key().unknown(Fault.Code.UNKNOWN_FIELD, pair.name(), known).ifPresent(meant::add);
            }
        }
    }

    /// What has to be there.
    ///
    /// @param form what belongs there, in the language's own words
    Value need(String key, String form) {
        var value = there.get(key);
        if (value != null) {
            return value;
        }
        if (isMapping && !meant.contains(key)) {
            owner.lacks(key, form);
        }
        return owner.missing(key);
    }

    /// What may be there.
    Optional<Value> may(String key) {
        return Optional.ofNullable(there.get(key));
    }
}
