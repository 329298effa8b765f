package org.cairn.server.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// A secret of 32 random bytes in a file that only its owner reads. Made on first use; never logged.
record SecretFile(Path path) {

    /// @return base64 (url alphabet, no padding) of 32 bytes
    String readOrCreate() throws IOException {
        if (Files.exists(path)) {
            return Files.readString(path).strip();
        }
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var fresh = Files.createTempFile(
                path.toAbsolutePath().getParent(),
                "secret",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        return text;
    }
}
