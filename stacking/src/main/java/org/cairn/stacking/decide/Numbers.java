package org.cairn.stacking.decide;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Need;
import org.cairn.stacking.rule.Options;
import org.cairn.stacking.rule.Requirement;
import org.cairn.stacking.rule.Rounding;
import org.cairn.stacking.rule.Stack;

/// The numbers of credits that a rule names.
final class Numbers {
    private Numbers() {}

    static Stream<BigDecimal> in(Stack stack) {
        return Stream.of(
                        stack.slots().stream().map(Requirement.Slot::need).flatMap(Numbers::in),
                        stack.constraints().stream().flatMap(Numbers::in),
                        in(stack.options().rounding()),
                        in(stack.options().splitting()))
                .flatMap(each -> each);
    }

    private static Stream<BigDecimal> in(Need need) {
        return switch (need) {
            case Need.Credits(var least, var most) -> Stream.concat(Stream.of(least), most.stream());
            case Need.Count _, Need.Outcomes _ -> Stream.empty();
        };
    }

    private static Stream<BigDecimal> in(Constraint constraint) {
        return switch (constraint) {
            case Constraint.TotalCredits(var least) -> Stream.of(least);
            case Constraint.CreditLimit limit -> Stream.of(limit.credits());
            case Constraint.ResidencyCredits(var least) -> Stream.of(least);
            case Constraint.SharedCredits(var most, var _) -> Stream.of(most);
            case Constraint.Share share -> in(share.rounding());
            case Constraint.ResidencyShare share -> in(share.rounding());
            case Constraint.CountLimit _,
                    Constraint.GradeAverage _,
                    Constraint.Capstone _,
                    Constraint.Order _,
                    Constraint.Distinct _,
                    Constraint.Equivalent _,
                    Constraint.SharedOutcomes _,
                    Constraint.Completion _,
                    Constraint.Registration _,
                    Constraint.Absorbs _,
                    Constraint.Entry _,
                    Constraint.ExitOnly _,
                    Constraint.Review _ -> Stream.empty();
        };
    }

    private static Stream<BigDecimal> in(Optional<Rounding> rounding) {
        return rounding.stream().flatMap(Numbers::in);
    }

    private static Stream<BigDecimal> in(Rounding rounding) {
        return switch (rounding) {
            case Rounding.Exact() -> Stream.empty();
            case Rounding.Up(var step) -> Stream.of(step);
            case Rounding.Down(var step) -> Stream.of(step);
            case Rounding.HalfUp(var step) -> Stream.of(step);
        };
    }

    private static Stream<BigDecimal> in(Options.Splitting splitting) {
        return switch (splitting) {
            case Options.Splitting.Whole() -> Stream.empty();
            case Options.Splitting.By(var credits) -> Stream.of(credits);
        };
    }
}
