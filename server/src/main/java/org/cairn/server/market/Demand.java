package org.cairn.server.market;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.identity.OrganisationId;
import org.cairn.skills.demand.Region;
import org.cairn.skills.demand.Share;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.stereotype.Service;

/// What the market asks for. Figures of a region are read whole and kept for a while, because trends can only be judged
/// for all skills together. Thread-safe.
@Service
public class Demand {
    private final SeriesRepository series;
    private final Cache<Key, MarketView> views = Caffeine.newBuilder()
            .maximumSize(24)
            .expireAfterAccess(Duration.ofMinutes(20))
            .build();

    Demand(SeriesRepository series) {
        this.series = series;
    }

    /// With the time of counting, so that what was counted anew is read anew.
    private record Key(SeriesId id, Region region, Instant computedAt) {}

    /// Share of the postings of the last twelve months that ask for each skill, by the figures for everybody; skills
    /// that fewer than ten ask for are left out.
    public Map<ConceptUri, Share.Known> shares(Region region) {
        var view = view(common(), region);
        var shares = new HashMap<ConceptUri, Share.Known>();
        view.lastYear().map(view::lines).orElse(List.of()).forEach(line -> {
            if (line.share() instanceof Share.Known known) {
                shares.put(line.skill(), known);
            }
        });
        return shares;
    }

    Series common() {
        return series.byId(SeriesId.COMMON).orElseThrow();
    }

    /// Figures that this organisation may see, or, without one, everybody.
    Optional<Series> series(SeriesId id, Optional<OrganisationId> reader) {
        return series.byId(id)
                .filter(found -> found.shared()
                        || (reader.isPresent() && found.organisation().equals(reader)));
    }

    List<Series> ready(Optional<OrganisationId> organisation) {
        return series.ready(organisation);
    }

    List<Region> regions(Series of) {
        return series.regions(of.id());
    }

    MarketView view(Series of, Region region) {
        return views.get(
                new Key(of.id(), region, of.computedAt()),
                key -> new MarketView(region, series.tally(key.id(), key.region())));
    }
}
