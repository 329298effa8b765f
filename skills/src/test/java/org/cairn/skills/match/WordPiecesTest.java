package org.cairn.skills.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
    private static final List<String> KNOWN =
            List.of("[CLS]", "[SEP]", "[UNK]", "cafe", "weld", "##ing", ",", "c", "+", "java");

    private static WordPieces.Pieces pieces(String text, int most) {
        Map<String, Integer> vocabulary = new HashMap<>();
        KNOWN.forEach(word -> vocabulary.put(word, vocabulary.size()));
        return new WordPieces(vocabulary, most).of(text);
    }

    private static List<String> words(String text) {
        return IntStream.of(pieces(text, 20).ids()).mapToObj(KNOWN::get).toList();
    }

    @Test
    void cuts_words_into_the_longest_known_pieces() {
        assertThat(words("Welding, java")).containsExactly("[CLS]", "weld", "##ing", ",", "java", "[SEP]");
    }

    @Test
    void drops_capitals_and_accents() {
        assertThat(words("CAFÉ")).containsExactly("[CLS]", "cafe", "[SEP]");
    }

    @Test
    void takes_signs_one_by_one_and_unknown_words_whole() {
        assertThat(words("C++ javax")).containsExactly("[CLS]", "c", "+", "+", "[UNK]", "[SEP]");
    }

    @Test
    void knows_where_each_piece_stood() {
        WordPieces.Pieces pieces = pieces("a Café welding", 20);

        assertThat(pieces.starts()).containsExactly(-1, 0, 2, 7, 11, -1);
        assertThat(pieces.ends()).containsExactly(-1, 1, 6, 11, 14, -1);
    }

    @Test
    void reads_no_more_than_it_may() {
        assertThat(pieces("java ".repeat(100), 10).ids()).hasSize(10).endsWith(1);
    }
}
