package org.cairn.credential.outside;

/// What came of a fetch.
public sealed interface Fetched {

    /// The server answered with content. The bytes are copied on the way in and out, so the record stays a value.
    @SuppressWarnings("ArrayRecordComponent")
    record Body(byte[] bytes, String contentType) implements Fetched {
        public Body {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /// The server answered that there is nothing (404, 410 or another error status).
    record Missing(int status) implements Fetched {}

    /// Nobody answered in time.
    record Unreachable(String why) implements Fetched {}

    /// We would not ask: private address, not https, too large, too many redirects.
    record Refused(String why) implements Fetched {}
}
