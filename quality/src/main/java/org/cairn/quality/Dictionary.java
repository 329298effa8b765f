package org.cairn.quality;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The facts that rules can ask for, with their types, from the file `facts.txt`. A path that is not there is a
/// slip of the pen, which would make a rule that never holds; what a body needs beyond them it names below
/// `spec.own`, `offering.own` and so on.
final class Dictionary {
    static final Dictionary FACTS = new Dictionary(Resources.text("facts.txt"));

    private final Map<String, FactType> types = new LinkedHashMap<>();
    private final Map<String, String> meanings = new LinkedHashMap<>();

    private Dictionary(String text) {
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            var words = line.strip().split(" +", 3);
            types.put(words[0], FactType.valueOf(words[1].toUpperCase(Locale.ROOT)));
            meanings.put(words[0], words.length == 3 ? words[2] : "");
        });
    }

    Optional<FactType> typeOf(String path) {
        var own = Arrays.asList(path.split("\\.", -1)).indexOf("own");
        return own == 1 ? Optional.of(FactType.ANYTHING) : Optional.ofNullable(types.get(path));
    }

    String meaningOf(String path) {
        return meanings.getOrDefault(path, "");
    }

    List<String> paths() {
        return List.copyOf(types.keySet());
    }
}
