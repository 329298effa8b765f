package org.cairn.skills.taxonomy;

/// Which taxonomy, and which of its releases: `esco` and `1.1.1`. Releases stand side by side.
public record Scheme(String name, String version) {
    public Scheme {
        if (!name.matches("[a-z][a-z0-9-]{0,39}") || !version.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            throw new IllegalArgumentException("a scheme has a short name and a version: " + name + " " + version);
        }
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
