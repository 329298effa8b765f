package org.cairn.skills.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;

/// The words of a text in their basic form, by the rules of its language. A language we have no rules for is
/// compared letter by letter. Immutable.
final class Terms {
    /// A word with what programming languages carry behind it (C++, C#) or before it (.NET).
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N}]*[+#]*|\\p{N}+(?:\\.\\p{N}+)*");

    private final Supplier<SnowballStemmer> stemmer;
    private final Set<String> empty;

    private Terms(Supplier<SnowballStemmer> stemmer, CharArraySet empty) {
        this.stemmer = stemmer;
        this.empty = empty.stream().map(word -> new String((char[]) word)).collect(Collectors.toUnmodifiableSet());
    }

    static Terms of(String language) {
        return switch (Locale.forLanguageTag(language).getLanguage()) {
            case "en" -> new Terms(EnglishStemmer::new, EnglishAnalyzer.getDefaultStopSet());
            case "es" -> new Terms(SpanishStemmer::new, SpanishAnalyzer.getDefaultStopSet());
            case "ar" -> new Terms(ArabicStemmer::new, ArabicAnalyzer.getDefaultStopSet());
            case "de" -> new Terms(GermanStemmer::new, GermanAnalyzer.getDefaultStopSet());
            case "fr" -> new Terms(FrenchStemmer::new, FrenchAnalyzer.getDefaultStopSet());
            case "it" -> new Terms(ItalianStemmer::new, ItalianAnalyzer.getDefaultStopSet());
            case "pt" -> new Terms(PortugueseStemmer::new, PortugueseAnalyzer.getDefaultStopSet());
            case "nl" -> new Terms(DutchStemmer::new, DutchAnalyzer.getDefaultStopSet());
            case "sv" -> new Terms(SwedishStemmer::new, SwedishAnalyzer.getDefaultStopSet());
            case "da" -> new Terms(DanishStemmer::new, DanishAnalyzer.getDefaultStopSet());
            case "fi" -> new Terms(FinnishStemmer::new, FinnishAnalyzer.getDefaultStopSet());
            default -> new Terms(Unchanged::new, CharArraySet.EMPTY_SET);
        };
    }

    /// @param empty whether the word says nothing by itself, like "of"
    record Term(String stem, Span span, boolean empty) {}

    List<Term> in(String text) {
        SnowballStemmer stems = stemmer.get();
        List<Term> terms = new ArrayList<>();
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            String lower = word.group().toLowerCase(Locale.ROOT);
            stems.setCurrent(lower);
            stems.stem();
            terms.add(new Term(stems.getCurrent(), new Span(word.start(), word.end()), empty.contains(lower)));
        }
        return terms;
    }

    private static final class Unchanged extends SnowballStemmer {
        private static final long serialVersionUID = 1;

        @Override
        public boolean stem() {
            return true;
        }
    }
}
