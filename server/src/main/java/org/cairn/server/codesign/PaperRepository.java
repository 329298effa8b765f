package org.cairn.server.codesign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.codesign.Papers.Decided;
import org.cairn.server.codesign.Papers.Evidence;
import org.cairn.server.codesign.Papers.EvidenceKind;
import org.cairn.server.codesign.Papers.Item;
import org.cairn.server.codesign.Papers.ItemKind;
import org.cairn.server.codesign.Papers.Remark;
import org.cairn.server.codesign.Papers.SignOff;
import org.cairn.server.codesign.Papers.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables of what lies in a room. Callers have the room from [RoomAccess], so they may see it; every query names room
/// and institution together.
@Repository
class PaperRepository {
    private static final String IN_ROOM = " where organisation_id = :institution and room_id = :room ";

    private static final String SINCE_LAST_ENTRY =
            "and signed_at >= (select r.signing_since from codesign_room r where r.id = room_id) ";

    private final JdbcClient jdbc;

    PaperRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Who wrote it down, and when.
    record Hand(Side side, String actor, Instant at) {}

    Papers of(Room room) {
        return new Papers(
                in(room, "select * from codesign_evidence" + IN_ROOM + "order by added_at, id")
                        .query((row, n) -> evidence(row))
                        .list(),
                in(room, "select * from codesign_item" + IN_ROOM + "order by added_at, id")
                        .query((row, n) -> item(row))
                        .list(),
                in(room, "select * from codesign_comment" + IN_ROOM + "order by said_at, id")
                        .query((row, n) -> remark(row))
                        .list(),
                in(room, "select * from codesign_sign_off" + IN_ROOM + SINCE_LAST_ENTRY + "order by signed_at, side")
                        .query((row, n) -> new SignOff(
                                Side.valueOf(row.getString("side")),
                                row.getString("digest"),
                                row.getString("signed_by"),
                                row.getTimestamp("signed_at").toInstant()))
                        .list());
    }

    List<Happening> history(Room room, int limit) {
        return in(room, "select * from codesign_event" + IN_ROOM + "order by at desc, id desc limit :limit")
                .param("limit", limit)
                .query((row, n) -> new Happening(
                        row.getTimestamp("at").toInstant(),
                        side(row.getString("side")),
                        row.getString("actor"),
                        row.getString("deed"),
                        row.getString("words")))
                .list();
    }

    void add(Room room, Evidence evidence, String actor) {
        in(room, """
                insert into codesign_evidence (id, organisation_id, room_id, kind, dated, link, words, side, added_by,
                  added_at)
                values (:id, :institution, :room, :kind, :dated, :link, :words, :side, :actor, :at)
                """)
                .param("id", evidence.id())
                .param("kind", evidence.kind().name())
                .param("dated", evidence.dated())
                .param("link", evidence.link())
                .param("words", evidence.words())
                .param("side", evidence.side().name())
                .param("actor", actor)
                .param("at", evidence.addedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(Room room, Item item, String actor) {
        in(room, """
                insert into codesign_item (id, organisation_id, room_id, kind, words, uri, side, added_by, added_at)
                values (:id, :institution, :room, :kind, :words, :uri, :side, :actor, :at)
                """)
                .param("id", item.id())
                .param("kind", item.kind().name())
                .param("words", item.words())
                .param("uri", item.uri())
                .param("side", item.side().name())
                .param("actor", actor)
                .param("at", item.addedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(Room room, UUID item, Instant at) {
        in(room, "update codesign_item set removed_at = :at" + IN_ROOM + "and id = :id and removed_at is null")
                .param("id", item)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(Room room, Remark remark) {
        in(room, """
                insert into codesign_comment (id, organisation_id, room_id, item_id, words, said_by, said_at)
                values (:id, :institution, :room, :item, :words, :actor, :at)
                """)
                .param("id", remark.id())
                .param("item", remark.item().orElse(null))
                .param("words", remark.words())
                .param("actor", remark.saidBy())
                .param("at", remark.saidAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void decide(Room room, UUID remark, Decided decided) {
        in(room, """
                update codesign_comment set decision = :verdict, reason = :reason, decided_by = :actor, decided_at = :at
                """ + IN_ROOM + "and id = :id")
                .param("verdict", decided.verdict().name())
                .param("reason", decided.reason())
                .param("actor", decided.by())
                .param("at", decided.at().atOffset(ZoneOffset.UTC))
                .param("id", remark)
                .update();
    }

    void sign(Room room, SignOff signOff) {
        in(room, """
                insert into codesign_sign_off (organisation_id, room_id, side, digest, signed_by, signed_at)
                values (:institution, :room, :side, :digest, :actor, :at)
                """)
                .param("side", signOff.side().name())
                .param("digest", signOff.digest())
                .param("actor", signOff.by())
                .param("at", signOff.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void note(Room room, Happening happening) {
        in(room, """
                insert into codesign_event (id, organisation_id, room_id, at, side, actor, deed, words)
                values (uuidv7(), :institution, :room, :at, :side, :actor, :deed, :words)
                """)
                .param("at", happening.at().atOffset(ZoneOffset.UTC))
                .param("side", happening.side().map(Side::name).orElse("NOBODY"))
                .param("actor", happening.actor())
                .param("deed", happening.deed())
                .param("words", happening.words())
                .update();
    }

    private JdbcClient.StatementSpec in(Room room, String sql) {
        return jdbc.sql(sql)
                .param("institution", room.institution().value())
                .param("room", room.id().value());
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                row.getObject("id", UUID.class),
                EvidenceKind.valueOf(row.getString("kind")),
                row.getObject("dated", LocalDate.class),
                row.getString("link"),
                row.getString("words"),
                Side.valueOf(row.getString("side")),
                row.getTimestamp("added_at").toInstant());
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                ItemKind.valueOf(row.getString("kind")),
                row.getString("words"),
                row.getString("uri"),
                Side.valueOf(row.getString("side")),
                row.getTimestamp("added_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("removed_at")).map(at -> at.toInstant()));
    }

    private static Remark remark(ResultSet row) throws SQLException {
        var verdict = Optional.ofNullable(row.getString("decision")).map(Verdict::valueOf);
        return new Remark(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("item_id", UUID.class)),
                row.getString("words"),
                row.getString("said_by"),
                row.getTimestamp("said_at").toInstant(),
                verdict.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Decided(
                                verdict.get(),
                                row.getString("reason"),
                                row.getString("decided_by"),
                                row.getTimestamp("decided_at").toInstant())));
    }

    private static Optional<Side> side(String stored) {
        return stored.equals("NOBODY") ? Optional.empty() : Optional.of(Side.valueOf(stored));
    }
}
