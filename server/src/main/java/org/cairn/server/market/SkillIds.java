package org.cairn.server.market;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `market_skill`: short numbers for the identifiers of skills, which figures repeat a million times.
@Repository
class SkillIds {
    private final JdbcClient jdbc;

    SkillIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Numbers of these skills, new ones where there are none. Inside the caller's transaction.
    Map<ConceptUri, Integer> of(Collection<ConceptUri> skills) {
        // In order, so that two who add the same ones wait for each other instead of both for ever.
        var uris = skills.stream().map(ConceptUri::value).sorted().toArray(String[]::new);
        jdbc.sql("insert into market_skill (uri) select * from unnest(:uris::text[]) on conflict do nothing")
                .param("uris", uris)
                .update();
        var ids = new HashMap<ConceptUri, Integer>();
        jdbc.sql("select id, uri from market_skill where uri = any(:uris)")
                .param("uris", uris)
                .query(row -> {
                    ids.put(new ConceptUri(row.getString("uri")), row.getInt("id"));
                });
        return ids;
    }
}
