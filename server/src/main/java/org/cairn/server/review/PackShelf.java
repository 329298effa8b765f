package org.cairn.server.review;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.quality.Pack;
import org.cairn.quality.Packs;
import org.cairn.server.review.Round.PackRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rule packs that reviews were made under, word by word: what was found then can be found
/// again when the packs that come along are others. Table `review_pack`. Thread-safe.
@Component
class PackShelf {
    private final JdbcClient jdbc;
    private final ConcurrentHashMap<String, Pack> read = new ConcurrentHashMap<>();

    PackShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps the text of a bundled pack.
    PackRef keep(Pack pack) {
        return keep(pack, Packs.text(pack));
    }

    PackRef keep(Pack pack, String text) {
        var sha256 = Snapshot.sha256(text.getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                insert into review_pack (sha256, pack, version, text) values (:sha256, :pack, :version, :text)
                on conflict do nothing
                """)
                .param("sha256", sha256)
                .param("pack", pack.id())
                .param("version", pack.version())
                .param("text", text)
                .update();
        return new PackRef(pack.id(), pack.version(), sha256);
    }

    List<Pack> packs(List<PackRef> refs) {
        return refs.stream().map(this::pack).toList();
    }

    private Pack pack(PackRef ref) {
        return read.computeIfAbsent(ref.sha256(), this::fetched);
    }

    private Pack fetched(String sha256) {
        var text = jdbc.sql("select text from review_pack where sha256 = :sha256")
                .param("sha256", sha256)
                .query(String.class)
                .single();
        return switch (Packs.read("pack", text)) {
            case Packs.Read(var pack) -> pack;
            case Packs.Refused(var mistakes) -> throw new IllegalStateException(mistakes.toString());
        };
    }
}
