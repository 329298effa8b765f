package org.cairn.server.award;

/// An award stands until it is annulled; there is no way back, only another award.
public enum AwardStatus {
    CONFERRED,
    ANNULLED
}
