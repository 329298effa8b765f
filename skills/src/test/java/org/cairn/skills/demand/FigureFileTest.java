package org.cairn.skills.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.cairn.skills.demand.FigureFile.FigureException;
import org.cairn.skills.demand.FigureFile.FigureException.Fault;
import org.cairn.skills.taxonomy.ConceptUri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureFileTest {
    private static final ConceptUri SQL = new ConceptUri("urn:skill:sql");

    @Test
    void what_is_written_is_read_again() throws IOException, FigureException {
        Tally tally = new Tally()
                .add(new Region("ES", "Castilla, La Mancha"), YearMonth.of(2026, 1), List.of(SQL))
                .add(Region.EVERYWHERE, YearMonth.of(2026, 2), List.of());
        StringWriter file = new StringWriter();

        FigureFile.write(tally, file);

        Tally again = read(file.toString());
        assertThat(again.cells()).isEqualTo(tally.cells()).hasSize(3);
        assertThat(again.totals()).isEqualTo(tally.totals()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    country,month,skill,postings;ES,2026-01,,5                                       | COLUMNS       | 1
                    country,subdivision,month,skill,postings;Spain,,2026-01,,5                       | VALUE         | 2
                    country,subdivision,month,skill,postings;ES,,2026-13,,5                          | VALUE         | 2
                    country,subdivision,month,skill,postings;ES,,2026-01,,-5                         | VALUE         | 2
                    country,subdivision,month,skill,postings;ES,,2026-01,no uri,5                    | VALUE         | 2
                    country,subdivision,month,skill,postings;ES,,2026-01,,5;ES,,2026-01,,5           | TWICE         | 3
                    country,subdivision,month,skill,postings;ES,,2026-01,,5;ES,,2026-01,urn:a:b,6    | MORE_THAN_ALL | 0
                    country,subdivision,month,skill,postings;ES,,2026-01,urn:a:b,6                   | MORE_THAN_ALL | 0
                    """)
    void a_file_that_contradicts_itself_is_refused(String file, Fault fault, long line) {
        assertThatThrownBy(() -> read(file.strip().replace(';', '\n')))
                .isInstanceOfSatisfying(FigureException.class, e -> {
                    assertThat(e.fault()).isEqualTo(fault);
                    assertThat(e.line()).isEqualTo(line);
                });
    }

    private static Tally read(String file) throws IOException, FigureException {
        return FigureFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}
