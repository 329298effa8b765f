package org.cairn.server.codesign;

/// On whose side somebody sits in a room.
enum Side {
    EMPLOYER,
    INSTITUTION
}
