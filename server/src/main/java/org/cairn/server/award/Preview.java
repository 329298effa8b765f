package org.cairn.server.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.award.Batch.Row;
import org.cairn.server.award.Batch.Row.State;
import org.cairn.server.catalogue.SpecVersionId;
import org.springframework.stereotype.Component;

/// Says of each row of a file what would become of it. Stores nothing.
@Component
class Preview {
    private final RecipientRepository recipients;
    private final Conferring conferring;

    Preview(RecipientRepository recipients, Conferring conferring) {
        this.recipients = recipients;
        this.conferring = conferring;
    }

    List<Row> of(Sheet sheet, Conferring.Common common, DateOrder order, LocalDate today) {
        var checked = sheet.rows().stream()
                .map(row -> checked(row, common.spec().id(), order, today))
                .toList();
        var wishes = checked.stream().flatMap(r -> r.wish().stream()).toList();
        var register = recipients.register(common.organisation().id(), wishes);
        var planned = conferring.planned(common, wishes, register).iterator();
        var firstLines = new HashMap<RecipientId, Integer>();
        var rows = new ArrayList<Row>();
        for (var row : checked) {
            rows.add(row.wish().isEmpty() ? row : foreseen(row, planned.next(), firstLines));
        }
        return rows;
    }

    private static Row checked(Sheet.Row row, SpecVersionId spec, DateOrder order, LocalDate today) {
        if (row.trouble().isPresent()) {
            return bad(row, row.trouble().get());
        }
        return switch (row.draft().check(spec, order, today)) {
            case Draft.Checked.Good(Awarding wish) ->
                new Row(row.line(), row.cells(), State.READY, Optional.of(wish), Optional.empty(), Optional.empty());
            case Draft.Checked.Bad(var faults) ->
                bad(
                        row,
                        Reason.of(
                                faults.getFirst().key(),
                                faults.getFirst().args().toArray()));
        };
    }

    private static Row bad(Sheet.Row row, Reason reason) {
        return new Row(row.line(), row.cells(), State.BAD, Optional.empty(), Optional.of(reason), Optional.empty());
    }

    private static Row foreseen(Row row, Conferring.Outcome outcome, Map<RecipientId, Integer> firstLines) {
        return switch (outcome) {
            case Conferring.Outcome.Refused(Reason reason) ->
                row.became(State.BAD, Optional.of(reason), Optional.empty());
            case Conferring.Outcome.Before(Award award) ->
                firstLines.containsKey(award.recipient().id())
                        ? twice(row, firstLines.get(award.recipient().id()))
                        : noted(row, award, firstLines, State.ALREADY);
            case Conferring.Outcome.Conferred(Award award) ->
                firstLines.containsKey(award.recipient().id())
                        ? twice(row, firstLines.get(award.recipient().id()))
                        : noted(row, award, firstLines, State.READY);
        };
    }

    private static Row noted(Row row, Award award, Map<RecipientId, Integer> firstLines, State state) {
        firstLines.put(award.recipient().id(), row.line());
        return state == State.READY ? row : already(row, award);
    }

    static Row already(Row row, Award award) {
        return row.became(
                State.ALREADY,
                Optional.of(Reason.of("award.reason.already", award.awardedOn())),
                Optional.of(award.id()));
    }

    private static Row twice(Row row, int firstLine) {
        return row.became(State.BAD, Optional.of(Reason.of("award.reason.twice", firstLine)), Optional.empty());
    }
}
