package org.cairn.server.stack;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.server.web.ConflictException;
import org.cairn.stacking.decide.Decision;
import org.cairn.stacking.decide.Holding;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Stack;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `stack_use`: what is used for what. The database itself refuses a second use; lost, everything could be spent
/// again.
@Repository
class Ledger {
    private final JdbcClient jdbc;
    private final InstantSource time;

    Ledger(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /// Spends what a decision placed. Items are taken in one order, so that two claims wait for each other instead of
    /// blocking each other.
    ///
    /// @throws ConflictException when one of them was spent meanwhile
    void spend(Claim claim, Stack rule, Decision decision) {
        var credits = new TreeMap<String, BigDecimal>();
        decision.allocation().forEach(placed -> credits.merge(placed.award(), placed.credits(), BigDecimal::add));
        try {
            credits.forEach((item, amount) -> insert(claim, rule, item, amount));
        } catch (DataIntegrityViolationException spent) {
            throw new ConflictException("stack.claim.spent");
        }
    }

    private void insert(Claim claim, Stack rule, String item, BigDecimal credits) {
        jdbc.sql("""
                insert into stack_use (id, organisation_id, claim_id, item, level, reach, credits, used_at)
                values (:id, :organisation, :claim, :item, :level, :reach, :credits, :at)
                on conflict (claim_id, item) do update
                  set released_at = null, released_for = null, credits = excluded.credits
                """)
                .param("id", UUID.randomUUID())
                .param("organisation", claim.organisation().value())
                .param("claim", claim.id().value())
                .param("item", item)
                .param("level", rule.level())
                .param("reach", reach(rule))
                .param("credits", credits)
                .param("at", now())
                .update();
    }

    private static String reach(Stack rule) {
        var scopes = rule.constraints(Constraint.Distinct.class)
                .filter(distinct -> distinct.what() == Constraint.Distinct.What.ITEM)
                .map(Constraint.Distinct::scope)
                .collect(Collectors.toSet());
        if (scopes.contains(Constraint.Distinct.Scope.ALL_AWARDS)) {
            return "ALL";
        }
        return scopes.contains(Constraint.Distinct.Scope.SAME_LEVEL_AWARDS) ? "LEVEL" : "NONE";
    }

    /// Frees everything a claim had spent.
    void release(ClaimId claim) {
        jdbc.sql("update stack_use set released_at = :at where claim_id = :claim and released_at is null")
                .param("at", now())
                .param("claim", claim.value())
                .update();
    }

    /// Frees what lower awards had spent, for the sake of a claim that takes them in.
    void release(Collection<String> awards, ClaimId into) {
        jdbc.sql("""
                update stack_use u set released_at = :at, released_for = :into
                from stack_claim c
                where c.id = u.claim_id and c.award_id = any(:awards::uuid[]) and u.released_at is null
                """)
                .param("at", now())
                .param("into", into.value())
                .param("awards", awards.toArray(String[]::new))
                .update();
    }

    /// The claim came to nothing: what lower awards had spent is spent again.
    void restore(ClaimId into) {
        jdbc.sql("update stack_use set released_at = null, released_for = null where released_for = :into")
                .param("into", into.value())
                .update();
    }

    /// What is in use, by item, as decisions see it; without the uses of one claim, and with those that were freed for
    /// its sake, because it is still to be decided whether they are.
    Map<String, List<Holding.Use>> of(Collection<String> items, Optional<ClaimId> except) {
        record Row(String item, Holding.Use use) {}
        return jdbc
                .sql("""
                select u.item, u.level, u.credits, coalesce(c.award_id, c.id) as award, v.spec_version_id, s.spec_id
                from stack_use u
                join stack_claim c on c.id = u.claim_id
                join stack_version v on v.id = c.version_id
                join spec_version s on s.id = v.spec_version_id
                where u.item = any(:items) and u.claim_id <> :except
                  and (u.released_at is null or u.released_for = :except)
                order by u.used_at, u.id
                """)
                .param("items", items.toArray(String[]::new))
                .param("except", except.map(ClaimId::value).orElse(new UUID(0, 0)))
                .query((row, n) -> new Row(
                        row.getString("item"),
                        new Holding.Use(
                                row.getString("award"),
                                row.getString("spec_id"),
                                row.getString("level"),
                                row.getBigDecimal("credits"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::item, Collectors.mapping(Row::use, Collectors.toList())));
    }

    /// The confirmed claims that an item is spent on.
    List<ClaimId> confirmedOn(String item) {
        return jdbc.sql("""
                select c.id from stack_use u join stack_claim c on c.id = u.claim_id
                where u.item = :item and u.released_at is null and c.status = 'CONFIRMED' order by c.claimed_at
                """)
                .param("item", item)
                .query((row, n) -> new ClaimId(row.getObject(1, UUID.class)))
                .list();
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }
}
