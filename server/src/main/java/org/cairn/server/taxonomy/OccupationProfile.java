package org.cairn.server.taxonomy;

import java.util.List;
import org.cairn.skills.taxonomy.Entry;

/// An occupation with what it asks for, the essential first. Importance and level are on scales from 0 to 1,
/// and absent where the publisher does not rate them.
public record OccupationProfile(Entry.Occupation occupation, List<Entry.OccupationSkill> asks) {
    public OccupationProfile {
        asks = List.copyOf(asks);
    }
}
