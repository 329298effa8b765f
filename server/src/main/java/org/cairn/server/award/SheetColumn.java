package org.cairn.server.award;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The columns a file of awards may have, and the names people give them in English, Spanish and Arabic.
enum SheetColumn {
    NAME(
            "name, full name, learner, learner name, student, student name, recipient, recipient name, participant,"
                    + " earner name, display name",
            "nombre, nombre completo, nombre y apellidos, alumno, alumna, estudiante, participante, titular,"
                    + " destinatario, nombre del alumno, nombre del estudiante",
            "الاسم, الاسم الكامل, اسم الطالب, اسم المتعلم, اسم المتعلمة, اسم الطالبة, اسم المشارك, اسم المستلم"),
    GIVEN_NAME("first name, given name, forename", "nombre de pila, primer nombre", "الاسم الاول, الاسم الشخصي"),
    FAMILY_NAME(
            "last name, family name, surname",
            "apellido, apellidos, primer apellido",
            "اسم العائلة, اللقب, الاسم الاخير, الكنية"),
    EMAIL(
            "email, e-mail, mail, email address, e-mail address, recipient email, learner email, student email",
            "correo, correo electrónico, dirección de correo, dirección de correo electrónico, e-mail del alumno",
            "البريد, البريد الالكتروني, بريد الكتروني, الايميل, ايميل, عنوان البريد الالكتروني"),
    LEARNER_NUMBER(
            "learner number, student number, learner id, student id, id number, number, student no, learner no,"
                    + " matriculation number, registration number, external id",
            "número, número de alumno, número de estudiante, número de expediente, expediente, matrícula, dni, nia,"
                    + " id de estudiante, id de alumno, identificador",
            "الرقم, رقم الطالب, رقم المتعلم, رقم المتعلمة, الرقم الجامعي, رقم القيد, رقم التسجيل, رقم الطالبة"),
    DATE(
            "date, awarded on, award date, date awarded, awarded, issue date, issued on, date of award, completion date",
            "fecha, fecha de concesión, fecha de otorgamiento, fecha de expedición, otorgado el, concedido el,"
                    + " fecha de emisión",
            "التاريخ, تاريخ المنح, تاريخ الاصدار, تاريخ الاتمام, تاريخ الحصول"),
    GRADE(
            "grade, mark, score, grade achieved",
            "nota, calificación, puntuación, nota final",
            "الدرجة, العلامة, التقدير, النتيجة"),
    NARRATIVE(
            "narrative, comment, comments, remarks, note, evidence, evidence narrative",
            "comentario, comentarios, observaciones, descripción, evidencia, evidencias, narrativa",
            "ملاحظات, ملاحظة, تعليق, الوصف, وصف, الدليل, السرد");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+|\\u0640");
    private static final Map<String, SheetColumn> BY_NAME = Arrays.stream(values())
            .flatMap(c -> c.names.stream().map(n -> Map.entry(canonical(n), c)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));

    @SuppressWarnings("ImmutableEnumChecker") // made by toList, never changed
    private final List<String> names;

    SheetColumn(String... names) {
        this.names = Stream.of(names)
                .map(list -> list.split(","))
                .flatMap(Arrays::stream)
                .map(String::strip)
                .toList();
    }

    /// The column a heading means, whatever its case, accents, spaces and hyphens.
    static Optional<SheetColumn> of(String heading) {
        return Optional.ofNullable(BY_NAME.get(canonical(heading)));
    }

    /// Message key of the name it has in our own template.
    String key() {
        return "award.column." + name();
    }

    private static String canonical(String heading) {
        var plain = MARKS.matcher(Normalizer.normalize(heading, Normalizer.Form.NFKD))
                .replaceAll("");
        return NO_WORD.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
