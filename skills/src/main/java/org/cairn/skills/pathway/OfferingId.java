package org.cairn.skills.pathway;

/// The caller's identifier of an offering: 1 to 200 characters.
public record OfferingId(String value) implements Comparable<OfferingId> {
    static final int LONGEST = 200;

    public OfferingId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("an offering's id has 1 to 200 characters");
        }
    }

    @Override
    public int compareTo(OfferingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
