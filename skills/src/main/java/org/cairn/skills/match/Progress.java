package org.cairn.skills.match;

/// Is told how far a long piece of work has come. Called from one thread at a time.
@FunctionalInterface
public interface Progress {
    /// @param done of `total` names of skills
    void at(long done, long total);

    /// For who does not want to know.
    static Progress none() {
        return (_, _) -> {};
    }
}
