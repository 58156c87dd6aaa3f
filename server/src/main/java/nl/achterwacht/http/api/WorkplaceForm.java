package nl.achterwacht.http.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.place.PlaceId;
import nl.achterwacht.workplace.Facts;
import nl.achterwacht.workplace.Workplace;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The contract's {@code WorkplaceFields}: what somebody fills in, in one flat piece. */
record WorkplaceForm(
    @Nullable String name,
    String kind,
    UUID teamId,
    UUID ownerId,
    @Nullable String address,
    @Nullable String spot,
    @Nullable Integer responseMinutes,
    @Nullable Integer normMinutes,
    String method,
    @Nullable String who,
    @Nullable String when,
    @Nullable String howOften,
    @Nullable String howLong,
    @Nullable String why,
    boolean outOfSight,
    List<String> hazards,
    @Nullable String alarmMeans,
    @Nullable LocalDate alarmTestedOn,
    @Nullable String alarmTestedBy,
    @Nullable String alarmResult,
    @Nullable String coverage,
    @Nullable String safeRoom,
    @Nullable String wayOut,
    @Nullable String firstAid,
    @Nullable String keyHolder,
    @Nullable String howHelpGetsIn,
    @Nullable String transport,
    boolean notForYoung,
    boolean notForNew,
    @Nullable LocalDate instructedOn,
    @Nullable LocalDate consentOn) {

  static WorkplaceForm of(Workplace.Details d, @Nullable String address) {
    Facts f = d.facts();
    return new WorkplaceForm(
        d.name(),
        d.kind(),
        d.team().value(),
        d.owner().value(),
        address,
        d.spot(),
        d.responseMinutes(),
        d.normMinutes(),
        d.method(),
        f.who(),
        f.when(),
        f.howOften(),
        f.howLong(),
        f.why(),
        f.outOfSight(),
        f.hazards(),
        f.alarmMeans(),
        f.alarmTestedOn(),
        f.alarmTestedBy(),
        f.alarmResult(),
        f.coverage(),
        f.safeRoom(),
        f.wayOut(),
        f.firstAid(),
        f.keyHolder(),
        f.howHelpGetsIn(),
        f.transport(),
        f.notForYoung(),
        f.notForNew(),
        f.instructedOn(),
        f.consentOn());
  }

  /** {@code body} as a form; a field of only spaces is one that was left empty. */
  static WorkplaceForm of(JsonNode body) {
    return Received.json().treeToValue(stripped(body), WorkplaceForm.class);
  }

  /** This form with the fields of {@code body} instead (RFC 7396). */
  WorkplaceForm with(JsonNode body) {
    ObjectNode all = Received.json().valueToTree(this);
    all.setAll(stripped(body));
    return Received.json().treeToValue(all, WorkplaceForm.class);
  }

  Workplace.Details details(@Nullable PlaceId place) {
    if (name == null) {
      throw Refusal.invalid("/name", "blank", "Give it a name.");
    }
    return new Workplace.Details(
        name,
        kind,
        new TeamId(teamId),
        new PersonId(ownerId),
        place,
        spot,
        responseMinutes,
        normMinutes,
        method,
        facts());
  }

  private Facts facts() {
    return new Facts(
        who,
        when,
        howOften,
        howLong,
        why,
        outOfSight,
        hazards,
        alarmMeans,
        alarmTestedOn,
        alarmTestedBy,
        alarmResult,
        coverage,
        safeRoom,
        wayOut,
        firstAid,
        keyHolder,
        howHelpGetsIn,
        transport,
        notForYoung,
        notForNew,
        instructedOn,
        consentOn);
  }

  private static ObjectNode stripped(JsonNode body) {
    ObjectNode all = Received.json().createObjectNode();
    body.forEachEntry((field, value) -> {
      if (value.isString()) {
        String text = value.asString().strip();
        all.set(field, text.isEmpty() ? all.nullNode() : all.stringNode(text));
      } else {
        all.set(field, value);
      }
    });
    return all;
  }
}
