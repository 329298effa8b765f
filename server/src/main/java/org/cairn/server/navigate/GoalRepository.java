package org.cairn.server.navigate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Table `goal`.
@Repository
class GoalRepository {
    private static final TypeReference<List<Wanted>> NEEDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    GoalRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(OwnGoal goal) {
        jdbc.sql("""
                insert into goal (id, person_id, title, needs, terms, made_at)
                values (:id, :person, :title, :needs::json, :terms::json, :at)
                """)
                .param("id", goal.id().value())
                .param("person", goal.person().value())
                .param("title", goal.title())
                .param("needs", json.writeValueAsString(goal.needs()))
                .param("terms", json.writeValueAsString(goal.terms()))
                .param("at", goal.madeAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void needs(PersonId person, GoalId id, List<Wanted> needs) {
        jdbc.sql("update goal set needs = :needs::json where id = :id and person_id = :person")
                .param("needs", json.writeValueAsString(needs))
                .param("id", id.value())
                .param("person", person.value())
                .update();
    }

    void terms(PersonId person, GoalId id, Terms terms) {
        jdbc.sql("update goal set terms = :terms::json where id = :id and person_id = :person")
                .param("terms", json.writeValueAsString(terms))
                .param("id", id.value())
                .param("person", person.value())
                .update();
    }

    void delete(PersonId person, GoalId id) {
        jdbc.sql("delete from goal where id = :id and person_id = :person")
                .param("id", id.value())
                .param("person", person.value())
                .update();
    }

    /// Locks the row where it is about to change.
    Optional<OwnGoal> forChange(PersonId person, GoalId id) {
        return jdbc.sql("select * from goal where id = :id and person_id = :person for update")
                .param("id", id.value())
                .param("person", person.value())
                .query((row, n) -> goal(row))
                .optional();
    }

    Optional<OwnGoal> one(PersonId person, GoalId id) {
        return jdbc.sql("select * from goal where id = :id and person_id = :person")
                .param("id", id.value())
                .param("person", person.value())
                .query((row, n) -> goal(row))
                .optional();
    }

    List<OwnGoal> of(PersonId person) {
        return jdbc.sql("select * from goal where person_id = :person order by made_at desc, id")
                .param("person", person.value())
                .query((row, n) -> goal(row))
                .list();
    }

    private OwnGoal goal(ResultSet row) throws SQLException {
        return new OwnGoal(
                new GoalId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("title"),
                json.readValue(row.getString("needs"), NEEDS),
                json.readValue(row.getString("terms"), Terms.class),
                row.getTimestamp("made_at").toInstant());
    }
}
