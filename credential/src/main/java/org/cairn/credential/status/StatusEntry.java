package org.cairn.credential.status;

import jakarta.json.JsonObject;
import java.net.URI;
import org.cairn.credential.json.Json;

/// One credential's place in a status list, as it stands in the credential. The index should be drawn at random,
/// so that neighbouring numbers say nothing about neighbouring learners.
public record StatusEntry(URI list, String purpose, int index) {

    public static final String REVOCATION = "revocation";
    public static final String SUSPENSION = "suspension";

    public StatusEntry {
        if (!list.isAbsolute() || list.toString().length() > 2000) {
            throw new IllegalArgumentException("the status list needs an absolute address");
        }
        if (!purpose.matches("[A-Za-z][A-Za-z0-9]{0,63}")) {
            throw new IllegalArgumentException("not a status purpose");
        }
        if (index < 0) {
            throw new IllegalArgumentException("a status index is not negative");
        }
    }

    /// The `credentialStatus` object.
    public JsonObject toJson() {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("id", list + "#" + index)
                .add("type", "BitstringStatusListEntry")
                .add("statusPurpose", purpose)
                .add("statusListIndex", Integer.toString(index))
                .add("statusListCredential", list.toString())
                .build();
    }
}
