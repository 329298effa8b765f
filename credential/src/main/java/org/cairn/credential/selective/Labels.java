package org.cairn.credential.selective;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairn.credential.key.Multibase;

/// Labels of blank nodes that tell nothing about the rest of the document, unlike canonical ones, whose order does.
interface Labels {

    /// The new label for each canonical one.
    Map<String, String> of(Collection<String> canonical);

    /// createHmacIdLabelMapFunction: the HMAC itself.
    static Labels hmac(byte[] key) {
        return canonical -> {
            Map<String, String> labels = new HashMap<>();
            canonical.forEach(label -> labels.put(label, Multibase.base64url(Hashes.hmac(key, label))));
            return labels;
        };
    }

    /// createShuffledIdLabelMapFunction: numbers in the order of the HMACs, so that nothing of a derived proof is the
    /// same for every showing of the same credential.
    static Labels shuffled(byte[] key) {
        return canonical -> {
            Map<String, String> labels = hmac(key).of(canonical);
            List<String> order = labels.values().stream().sorted().toList();
            labels.replaceAll((label, hmac) -> "b" + order.indexOf(hmac));
            return labels;
        };
    }
}
