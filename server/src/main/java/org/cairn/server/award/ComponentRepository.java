package org.cairn.server.award;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `award_component`, append-only: which awards a larger one is built on. [AwardRepository] reads it with the
/// award.
@Repository
class ComponentRepository {
    private final JdbcClient jdbc;

    ComponentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Award award) {
        jdbc.sql("""
                insert into award_component (organisation_id, award_id, position, component_award_id)
                select :organisation, :award, place, component
                from unnest(cast(:places as int[]), cast(:components as uuid[])) as t (place, component)
                """)
                .param("organisation", award.organisation().value())
                .param("award", award.id().value())
                .param(
                        "places",
                        IntStream.range(0, award.components().size()).boxed().toArray(Integer[]::new))
                .param("components", uuids(award.components()))
                .update();
    }

    /// Keeps these awards as they are until the transaction ends: nobody annuls or absorbs one of them meanwhile. In
    /// one order everywhere, so that two who lock several never wait for each other.
    void keepAsTheyAre(Collection<AwardId> awards) {
        jdbc.sql("select id from award where id = any(:ids) order by id for share")
                .param("ids", uuids(awards))
                .query((row, n) -> n)
                .list();
    }

    /// Which awards, of any organisation, are built on this one; oldest first.
    List<AwardId> builtOn(AwardId component) {
        return jdbc.sql("""
                select a.id from award_component c join award a on a.id = c.award_id
                where c.component_award_id = :component order by a.created_at, a.id
                """)
                .param("component", component.value())
                .query((row, n) -> new AwardId(row.getObject("id", UUID.class)))
                .list();
    }

    private static UUID[] uuids(Collection<AwardId> awards) {
        return awards.stream().map(AwardId::value).toArray(UUID[]::new);
    }
}
