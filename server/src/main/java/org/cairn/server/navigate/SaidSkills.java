package org.cairn.server.navigate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.cairn.server.identity.PersonId;
import org.cairn.server.taxonomy.Taxonomies;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Text;
import org.cairn.skills.gap.Level;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people say they can do, without a credential. Table `own_skill`. Durable when a method returns; thread-safe.
@Service
class SaidSkills {
    static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Taxonomies taxonomies;
    private final InstantSource time;

    SaidSkills(JdbcClient jdbc, Taxonomies taxonomies, InstantSource time) {
        this.jdbc = jdbc;
        this.taxonomies = taxonomies;
        this.time = time;
    }

    /// One decision about one skill.
    ///
    /// @param words may be blank
    record Said(ConceptUri skill, OwnSkill.Origin origin, boolean accepted, Level level, String words) {}

    /// Notes what she says; what she said of the same skill before gives way to it.
    ///
    /// @throws InputException when there is no such skill, or the words cannot be kept
    @Transactional
    public void note(PersonId person, List<Said> all) {
        for (var said : all) {
            if (taxonomies.skill(said.skill()).isEmpty()) {
                throw new InputException(Fault.of("skill", "navigate.skill.unknown"));
            }
            if (said.words().length() > OwnSkill.LONGEST_WORDS || !Text.isText(said.words())) {
                throw new InputException(Fault.of("words", "navigate.words.long", OwnSkill.LONGEST_WORDS));
            }
            jdbc.sql("""
                    insert into own_skill (person_id, skill, origin, accepted, level, words, noted_on)
                    values (:person, :skill, :origin, :accepted, :level, :words, :on)
                    on conflict (person_id, skill, origin) do update
                      set accepted = excluded.accepted, level = excluded.level, words = excluded.words,
                        noted_on = excluded.noted_on
                    """)
                    .param("person", person.value())
                    .param("skill", said.skill().value())
                    .param("origin", said.origin().name())
                    .param("accepted", said.accepted())
                    .param("level", said.level().steps())
                    .param("words", said.words().strip())
                    .param("on", LocalDate.ofInstant(time.instant(), ZoneOffset.UTC))
                    .update();
        }
        if (of(person).size() > MOST) {
            throw new ConflictException("navigate.skill.many", MOST);
        }
    }

    /// Takes back what she said of a skill, however it came in. Nothing happens where there is nothing.
    @Transactional
    public void forget(PersonId person, ConceptUri skill) {
        jdbc.sql("delete from own_skill where person_id = :person and skill = :skill")
                .param("person", person.value())
                .param("skill", skill.value())
                .update();
    }

    /// Everything, refusals included, by the skill's identifier.
    List<OwnSkill> of(PersonId person) {
        return jdbc.sql("select * from own_skill where person_id = :person order by skill, origin")
                .param("person", person.value())
                .query((row, n) -> skill(row))
                .list();
    }

    private static OwnSkill skill(ResultSet row) throws SQLException {
        return new OwnSkill(
                new ConceptUri(row.getString("skill")),
                OwnSkill.Origin.valueOf(row.getString("origin")),
                row.getBoolean("accepted"),
                Level.ofSteps(row.getInt("level")),
                row.getString("words"),
                row.getObject("noted_on", LocalDate.class));
    }
}
