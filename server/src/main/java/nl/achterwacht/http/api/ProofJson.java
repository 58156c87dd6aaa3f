package nl.achterwacht.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.preparation.Proof;
import org.jspecify.annotations.Nullable;

/** The contract's {@code Proof}: of each kind only its own fields are there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProofJson(
    String kind,
    @Nullable Instant phonedAt,
    @Nullable String outcome,
    @Nullable String askedOf,
    @Nullable Boolean answered,
    @Nullable UUID personId,
    @Nullable Instant callAt,
    @Nullable String address,
    @Nullable String room,
    @Nullable String name,
    @Nullable Instant toldAt,
    @Nullable String reference,
    @Nullable String confirmedBy,
    @Nullable Instant confirmedAt,
    @Nullable String number,
    @Nullable Instant fromAt,
    @Nullable Instant untilAt,
    @Nullable String note) {

  /** What somebody says was done; throws a refusal that names what is missing. */
  Proof proof() {
    return switch (kind) {
      case "phoned" ->
          new Proof.Phoned(needed("/phonedAt", phonedAt), outcome(needed("/outcome", outcome)));
      case "informed" ->
          new Proof.Informed(needed("/askedOf", askedOf), needed("/answered", answered));
      case "call-back" -> new Proof.CallBack(needed("/callAt", callAt));
      case "office" -> new Proof.Office(needed("/address", address), needed("/room", room));
      case "police-told" ->
          new Proof.PoliceTold(
              needed("/name", name), needed("/toldAt", toldAt), needed("/reference", reference));
      case "escort" ->
          new Proof.Escort(
              needed("/confirmedBy", confirmedBy), needed("/confirmedAt", confirmedAt));
      case "ticked" -> new Proof.Ticked(note);
      case "approved" -> new Proof.Approved();
      case "called-off" -> new Proof.CalledOff();
      default -> throw Refusal.invalid("/kind", "follows", "This follows from something else.");
    };
  }

  static ProofJson of(Proof proof) {
    return switch (proof) {
      case Proof.Phoned p -> new Maker("phoned").phoned(p.phonedAt(), text(p.outcome()));
      case Proof.Informed p -> new Maker("informed").informed(p.from(), p.answered());
      case Proof.Promised p -> new Maker("promised").person(p.person(), null, null);
      case Proof.CallBack p -> new Maker("call-back").callAt(p.callAt());
      case Proof.Office p -> new Maker("office").office(p.address(), p.room());
      case Proof.PoliceTold p -> new Maker("police-told").told(p.name(), p.toldAt(), p.reference());
      case Proof.Escort p -> new Maker("escort").confirmed(p.confirmedBy(), p.confirmedAt());
      case Proof.WithinHours p -> new Maker("within-hours").person(null, p.from(), p.until());
      case Proof.Reachable p ->
          new Maker("reachable").reachable(p.name(), p.number(), p.from(), p.until());
      case Proof.Ticked p -> new Maker("ticked").note(p.note());
      case Proof.Approved _ -> new Maker("approved").note(null);
      case Proof.CalledOff _ -> new Maker("called-off").note(null);
    };
  }

  private static <T> T needed(String pointer, @Nullable T value) {
    if (value == null) {
      throw Refusal.invalid(pointer, "required", "This kind of proof needs it.");
    }
    return value;
  }

  private static String text(Proof.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Proof.Outcome outcome(String text) {
    return Proof.Outcome.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Fills in what one kind has. */
  private record Maker(String kind) {
    ProofJson reachable(String name, String number, Instant from, Instant until) {
      return new ProofJson(
          kind, null, null, null, null, null, null, null, null, name, null, null, null, null,
          number, from, until, null);
    }

    ProofJson phoned(Instant at, String outcome) {
      return new ProofJson(
          kind, at, outcome, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null);
    }

    ProofJson informed(String askedOf, boolean answered) {
      return new ProofJson(
          kind, null, null, askedOf, answered, null, null, null, null, null, null, null, null, null,
          null, null, null, null);
    }

    ProofJson person(@Nullable PersonId person, @Nullable Instant from, @Nullable Instant until) {
      return new ProofJson(
          kind,
          null,
          null,
          null,
          null,
          person == null ? null : person.value(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          from,
          until,
          null);
    }

    ProofJson callAt(Instant at) {
      return new ProofJson(
          kind, null, null, null, null, null, at, null, null, null, null, null, null, null, null,
          null, null, null);
    }

    ProofJson office(String address, String room) {
      return new ProofJson(
          kind, null, null, null, null, null, null, address, room, null, null, null, null, null,
          null, null, null, null);
    }

    ProofJson told(String name, Instant at, String reference) {
      return new ProofJson(
          kind, null, null, null, null, null, null, null, null, name, at, reference, null, null,
          null, null, null, null);
    }

    ProofJson confirmed(String by, Instant at) {
      return new ProofJson(
          kind, null, null, null, null, null, null, null, null, null, null, null, by, at, null,
          null, null, null);
    }

    ProofJson note(@Nullable String note) {
      return new ProofJson(
          kind, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, note);
    }
  }
}
