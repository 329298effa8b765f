package org.cairn.server.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.server.web.SafeCsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetReaderTest {
    private static final String TODAY = "2026-05-01";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name,E-mail\nAna Gil,ana@example.org\n",
                "e-mail;NAME\nana@example.org;Ana Gil",
                "Full name\tEmail address\r\nAna Gil\tana@example.org\r\n",
                "correo electrónico,Nombre completo\nana@example.org,Ana Gil\n",
                "البريد الإلكتروني,الاسم\nana@example.org,Ana Gil\n",
                "Student_Name;E-MAIL\n\n\n \"Ana Gil\" ; ana@example.org \n;;\n",
                "sep=;\nName;Mail\nAna Gil;ana@example.org",
                "\"First name\",Surname,email\n Ana , Gil ,ana@example.org\n",
                "Name,Email,,\nAna Gil,ana@example.org,,\n,,,\n"
            })
    void headings_in_three_languages_any_order_and_any_separator_are_understood(String file) {
        var row = read(file).rows().getFirst();

        assertThat(row.draft().name()).isEqualTo("Ana Gil");
        assertThat(row.draft().email()).isEqualTo("ana@example.org");
        assertThat(row.trouble()).isEmpty();
        assertThat(read(file).rows()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252", "UTF-16LE with mark", "UTF-8 with mark"})
    void usual_encodings_give_the_same_name(String encoding) {
        var charset = Charset.forName(encoding.replace(" with mark", ""));
        var mark = encoding.endsWith("mark") ? "\uFEFF" : "";
        var bytes = (mark + "Nombre;Nota\nMartín Núñez;9\n").getBytes(charset);

        assertThat(read(bytes).rows().getFirst().draft().name()).isEqualTo("Martín Núñez");
    }

    @Test
    void a_guessed_encoding_is_told() {
        var sheet = read("Nombre\nMartín".getBytes(Charset.forName("windows-1252")));

        assertThat(sheet.source().guessed()).isTrue();
        assertThat(sheet.source().charset()).isEqualTo("Windows-1252");
    }

    @Test
    void lines_are_counted_as_editors_count_them() {
        var sheet = read("Name,Narrative\r\n\r\nAna,\"two\r\nlines\"\r\n\r\nLuis,one\r\n");

        assertThat(sheet.rows()).extracting(Sheet.Row::line).containsExactly(3, 6);
        assertThat(sheet.rows().getFirst().draft().narrative()).isEqualTo("two\r\nlines");
    }

    @Test
    void an_unclosed_quotation_costs_its_own_row_only() {
        var sheet = read("Name,Grade\nAna,1\n\"Luis,2\nMaría,3\n");

        assertThat(sheet.rows()).extracting(Sheet.Row::line).containsExactly(2, 3, 4);
        assertThat(sheet.rows().get(1).trouble()).map(Reason::key).contains("award.reason.brokenQuotes");
        assertThat(sheet.rows().get(2).draft().name()).isEqualTo("María");
    }

    @Test
    void a_quotation_closed_in_a_later_row_is_noticed() {
        var sheet = read("Name,Grade\n\"Ana,1\nLuis\",2\nMaría,3\n");

        assertThat(sheet.rows().getFirst().trouble()).map(Reason::key).contains("award.reason.brokenQuotes");
        assertThat(sheet.rows().getLast().draft().name()).isEqualTo("María");
    }

    @Test
    void a_name_with_an_unquoted_comma_is_noticed() {
        var row = read("Name,Grade\nGil, Ana,7\n").rows().getFirst();

        assertThat(row.trouble()).contains(Reason.of("award.reason.surplusCells", 2, 3));
    }

    @Test
    void a_missing_cell_at_the_end_is_empty() {
        var row = read("Name,E-mail,Grade\nAna\n").rows().getFirst();

        assertThat(row.trouble()).isEmpty();
        assertThat(row.draft().grade()).isEmpty();
        assertThat(row.draft().date()).isEqualTo(TODAY);
    }

    @Test
    void unknown_columns_are_named_and_left_aside() {
        assertThat(read("Name,Shoe size\nAna,38\n").ignored()).containsExactly("Shoe size");
    }

    @Test
    void what_our_export_guards_is_read_back() {
        var table = List.of(List.of("Name", "Learner number"), List.of("Ana", "-17"));

        var text = SafeCsv.write(';', table);

        assertThat(text).contains("'-17");
        assertThat(read(text).rows().getFirst().draft().learnerNumber()).isEqualTo("-17");
    }

    @Test
    void a_file_that_is_no_list_is_refused_with_a_reason() {
        assertThat(reason("")).isEqualTo("award.file.empty");
        assertThat(reason("  \n \n")).isEqualTo("award.file.empty");
        assertThat(reason("Colour,Size\nred,3\n")).isEqualTo("award.file.columns");
        assertThat(reason("Name,Full name\nAna,Ana\n")).isEqualTo("award.file.columnTwice");
        assertThat(reason("Name\n")).isEqualTo("award.file.noRows");
        assertThat(reason("Name\nA\0na\n")).isEqualTo("award.file.binary");
        assertThat(reason("PK\u0003\u0004 workbook")).isEqualTo("award.file.workbook");
        assertThat(reason(HexFormat.of().parseHex("d0cf11e0a1b11ae10000"))).isEqualTo("award.file.workbook");
        assertThat(reason("Name\n" + "\"a\n".repeat(50))).isEqualTo("award.file.quotes");
        assertThat(reason("Name\n" + "Ana\n".repeat(SheetReader.MOST_ROWS + 1))).isEqualTo("award.file.tooManyRows");
        assertThat(reason("x".repeat(SheetReader.LARGEST_BYTES + 1))).isEqualTo("award.file.tooLarge");
    }

    @Test
    void a_refusal_names_the_columns_that_were_found() {
        var reading = SheetReader.read("Colour,Size\nred,3\n".getBytes(StandardCharsets.UTF_8), TODAY);

        assertThat(reading).isEqualTo(new Sheet.Reading.Unreadable(Reason.of("award.file.columns", "Colour, Size")));
    }

    @Test
    void hostile_bytes_always_get_an_answer() {
        var random = new Random(20261124);
        var pieces = List.of(
                "Name",
                "email",
                ",",
                ";",
                "\t",
                "\"",
                "\"\"",
                "\n",
                "\r",
                "\r\n",
                "\0",
                "\uFEFF",
                "ñ",
                "سارة",
                "=1+1",
                "'",
                "\uD83D",
                "sep=,\n",
                "2026-02-30",
                " ");
        var answers = IntStream.range(0, 4_000)
                .mapToObj(n -> IntStream.range(0, random.nextInt(40))
                        .mapToObj(i -> pieces.get(random.nextInt(pieces.size())))
                        .collect(Collectors.joining()))
                .map(text -> "Name,email\n" + text)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .map(bytes -> scrambled(bytes, random))
                .map(bytes -> SheetReader.read(bytes, TODAY))
                .toList();

        assertThat(answers).hasSize(4_000).doesNotContainNull();
        assertThat(answers).hasAtLeastOneElementOfType(Sheet.Reading.Read.class);
        assertThat(answers).hasAtLeastOneElementOfType(Sheet.Reading.Unreadable.class);
    }

    private static byte[] scrambled(byte[] bytes, Random random) {
        var at = random.nextInt(bytes.length * 2);
        var copy = bytes.clone();
        copy[Math.min(at, copy.length - 1)] = (byte) random.nextInt(256);
        return copy;
    }

    private static Sheet read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Sheet read(byte[] bytes) {
        return ((Sheet.Reading.Read) SheetReader.read(bytes, TODAY)).sheet();
    }

    private static String reason(String text) {
        return reason(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String reason(byte[] file) {
        var reading = SheetReader.read(file, TODAY);
        return ((Sheet.Reading.Unreadable) reading).reason().key();
    }
}
