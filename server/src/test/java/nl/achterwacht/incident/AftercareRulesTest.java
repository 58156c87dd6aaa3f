package nl.achterwacht.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.incident.AftercareKeeper.Outcome;
import nl.achterwacht.incident.AftercareKeeper.Told;
import nl.achterwacht.incident.IncidentResult.Reason;
import nl.achterwacht.task.TaskId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AftercareRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Test
  void whatWasNotDoneNeedsANextDateThatComes() {
    assertThat(refusal(StepKind.FIRST_TALK, Outcome.NOT_DONE, null)).isEqualTo(Reason.NEXT_DATE);
    assertThat(refusal(StepKind.FIRST_TALK, Outcome.NOT_DONE, TODAY))
        .isEqualTo(Reason.NEXT_DATE_WRONG);
    assertThat(refusal(StepKind.FIRST_TALK, Outcome.NOT_DONE, TODAY.plusMonths(7)))
        .isEqualTo(Reason.NEXT_DATE_WRONG);
    assertThat(refusal(StepKind.FIRST_TALK, Outcome.NOT_DONE, TODAY.plusDays(1))).isNull();
  }

  @Test
  void onlyHelpCanBeRefusedAndOnlyTheRestCanBeWithoutNeed() {
    assertThat(refusal(StepKind.FIRST_TALK, Outcome.REFUSED, null)).isNull();
    assertThat(refusal(StepKind.POLICE, Outcome.REFUSED, null)).isEqualTo(Reason.STILL_NEEDED);
    assertThat(refusal(StepKind.POLICE, Outcome.NOT_NEEDED, null)).isNull();
    assertThat(refusal(StepKind.FIRST_TALK, Outcome.NOT_NEEDED, null))
        .isEqualTo(Reason.STILL_NEEDED);
  }

  @Test
  void whatEndedStaysAsItIs() {
    assertThat(
            AftercareRules.refusal(
                step(StepKind.FIRST_TALK, "done"), new Told(Outcome.DONE, null, null), TODAY))
        .contains(Reason.ALREADY_ENDED);
  }

  private static @Nullable Reason refusal(
      StepKind kind, Outcome outcome, @Nullable LocalDate nextOn) {
    return AftercareRules.refusal(step(kind, null), new Told(outcome, null, nextOn), TODAY)
        .orElse(null);
  }

  private static Step step(StepKind kind, @Nullable String outcome) {
    @Nullable Instant ended = outcome == null ? null : Instant.EPOCH;
    @Nullable PersonId by = outcome == null ? null : PersonId.next();
    return new Step(
        UUID.randomUUID(),
        IncidentId.next(),
        PersonId.next(),
        kind,
        TaskId.next(),
        Instant.EPOCH,
        outcome,
        ended,
        by,
        null,
        null);
  }
}
