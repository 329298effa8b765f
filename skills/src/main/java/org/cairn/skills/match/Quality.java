package org.cairn.skills.match;

import java.util.List;
import java.util.Set;
import org.cairn.skills.taxonomy.ConceptUri;

/// How good rankings are: the mean reciprocal rank of the first right skill, and the share of the right
/// skills among the first five and ten, of as many as could be there.
public record Quality(int sentences, double mrr, double rp5, double rp10) {

    /// @param rankings the skills found for each judged sentence, the likeliest first
    public static Quality of(List<Judged> judged, List<List<ConceptUri>> rankings) {
        double mrr = 0;
        double rp5 = 0;
        double rp10 = 0;
        for (int i = 0; i < judged.size(); i++) {
            Set<ConceptUri> right = judged.get(i).skills();
            mrr += reciprocalRank(rankings.get(i), right);
            rp5 += precision(rankings.get(i), right, 5);
            rp10 += precision(rankings.get(i), right, 10);
        }
        int count = Math.max(1, judged.size());
        return new Quality(judged.size(), mrr / count, rp5 / count, rp10 / count);
    }

    private static double reciprocalRank(List<ConceptUri> ranking, Set<ConceptUri> right) {
        for (int i = 0; i < ranking.size(); i++) {
            if (right.contains(ranking.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    private static double precision(List<ConceptUri> ranking, Set<ConceptUri> right, int first) {
        long found = ranking.stream().limit(first).filter(right::contains).count();
        return (double) found / Math.min(first, right.size());
    }
}
