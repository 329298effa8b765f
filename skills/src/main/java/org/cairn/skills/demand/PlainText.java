package org.cairn.skills.demand;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/// The words of a description that may be HTML, or HTML whose marks were escaped once more, with a line for each
/// paragraph and item.
final class PlainText {
    private static final Pattern MARKS = Pattern.compile("</?[a-zA-Z][^>]{0,2000}>|&[a-zA-Z]{2,8};|&#\\d{1,7};");
    private static final Pattern ESCAPED = Pattern.compile("&lt;/?[a-zA-Z]");

    private PlainText() {}

    static String of(String raw) {
        if (!MARKS.matcher(raw).find()) {
            return tidy(raw);
        }
        String html = ESCAPED.matcher(raw).find() ? Parser.unescapeEntities(raw, false) : raw;
        Element body = Jsoup.parseBodyFragment(html).body();
        body.select("script, style, template, noscript").remove();
        Lines lines = new Lines();
        body.traverse(lines);
        return tidy(lines.text.toString());
    }

    /// One space between words, no empty lines, nothing that cannot be seen.
    private static String tidy(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Co}&&[^\\n\\t\\r]]", "")
                .replaceAll("[ \\t\\x0B\\f\\r\\u00A0\\u200B]+", " ")
                .replaceAll(" ?\\n[ \\n]*", "\n")
                .strip();
    }

    private static final class Lines implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.text());
            } else if (breaks(node)) {
                text.append('\n');
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (breaks(node)) {
                text.append('\n');
            }
        }

        private static boolean breaks(Node node) {
            return node instanceof Element element
                    && (element.isBlock() || element.normalName().equals("br"));
        }
    }
}
