package org.cairn.server.operate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// A secret of 32 random bytes in a file that only its owner reads. Made on first use; never logged.
record SecretFile(Path path) {

    boolean exists() {
        return Files.exists(path);
    }

    /// What is returned from a file just made is on the disk: it survives a power failure.
    ///
    /// @return base64 (url alphabet, no padding) of 32 bytes
    String readOrCreate() throws IOException {
        if (exists()) {
            return Files.readString(path).strip();
        }
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var folder = path.toAbsolutePath().getParent();
        var fresh = Files.createTempFile(
                folder,
                "secret",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        // The name is on the disk once its folder is.
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
        return text;
    }
}
