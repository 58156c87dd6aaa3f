package nl.achterwacht.preparation;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.policy.Judgement.WatchAdvice;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.policy.RiskClass;
import nl.achterwacht.preparation.Preparation.Judged;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.watch.WatchId;
import org.jspecify.annotations.Nullable;

/** How a preparation and its measures stand in their rows, and how they are read back. */
final class PreparationColumns {
  private PreparationColumns() {}

  /** Without its measures, which stand in rows of their own. */
  static Preparation preparation(ResultSet row, int index) throws SQLException {
    String estimate = row.getString("estimate");
    UUID companion = uuidOrNull(row, "companion_id");
    return new Preparation(
        new OrganisationId(uuid(row, "organisation_id")),
        new VisitId(uuid(row, "visit_id")),
        row.getInt("visit_version"),
        estimate == null ? null : Json.read(estimate, Estimate.class),
        new Judged(
            RiskClass.of(row.getString("risk_class")),
            row.getInt("score"),
            row.getInt("policy_version"),
            new WatchAdvice(
                row.getBoolean("advises_high_risk"),
                row.getBoolean("advises_halfway"),
                row.getInt("advised_grace_s")),
            instant(row, "judged_at")),
        List.of(),
        companion == null
            ? null
            : new Companion(new PersonId(companion), new WatchId(uuid(row, "companion_watch_id"))),
        row.getInt("version"));
  }

  static VisitMeasure measure(ResultSet row) throws SQLException {
    return new VisitMeasure(
        Measure.valueOf(row.getString("measure")),
        row.getBoolean("demanded"),
        texts(row, "reasons").toList(),
        texts(row, "alternatives").map(Measure::valueOf).toList(),
        state(row));
  }

  /** A state, laid out over the columns. */
  record State(
      String state,
      @Nullable PersonId colleague,
      @Nullable String proofKind,
      @Nullable String proof,
      @Nullable String reason,
      @Nullable PersonId by,
      @Nullable Instant at) {
    static State of(MeasureState state) {
      @Nullable PersonId colleague = state.colleague();
      return switch (state) {
        case MeasureState.Asked() -> new State("asked", null, null, null, null, null, null);
        case MeasureState.Offered s ->
            new State("offered", colleague, null, null, null, s.by(), s.at());
        case MeasureState.Declined s ->
            new State("declined", null, null, null, null, s.by(), s.at());
        case MeasureState.Proven s ->
            new State(
                "proven", colleague, kind(s.proof()), Json.write(s.proof()), null, s.by(), s.at());
        case MeasureState.Waived s ->
            new State("waived", null, null, null, s.reason(), s.by(), s.at());
        case MeasureState.Withdrawn s ->
            new State("withdrawn", null, null, null, s.why(), s.by(), s.at());
      };
    }
  }

  private static MeasureState state(ResultSet row) throws SQLException {
    String word = row.getString("state");
    if (word.equals("asked")) {
      return new MeasureState.Asked();
    }
    var by = new PersonId(uuid(row, "by_id"));
    Instant at = instant(row, "at");
    return switch (word) {
      case "offered" -> new MeasureState.Offered(new PersonId(uuid(row, "colleague_id")), by, at);
      case "declined" -> new MeasureState.Declined(by, at);
      case "proven" ->
          new MeasureState.Proven(
              proof(row.getString("proof_kind"), row.getString("proof")), by, at);
      case "waived" -> new MeasureState.Waived(row.getString("reason"), by, at);
      case "withdrawn" -> new MeasureState.Withdrawn(row.getString("reason"), by, at);
      default -> throw new IllegalStateException("unknown state of a measure: " + word);
    };
  }

  static String kind(Proof proof) {
    return switch (proof) {
      case Proof.Phoned _ -> "phoned";
      case Proof.Informed _ -> "informed";
      case Proof.Promised _ -> "promised";
      case Proof.CallBack _ -> "call-back";
      case Proof.Office _ -> "office";
      case Proof.PoliceTold _ -> "police-told";
      case Proof.Escort _ -> "escort";
      case Proof.WithinHours _ -> "within-hours";
      case Proof.Reachable _ -> "reachable";
      case Proof.Ticked _ -> "ticked";
      case Proof.Approved _ -> "approved";
      case Proof.CalledOff _ -> "called-off";
    };
  }

  private static Proof proof(String kind, String json) {
    Class<? extends Proof> type =
        switch (kind) {
          case "phoned" -> Proof.Phoned.class;
          case "informed" -> Proof.Informed.class;
          case "promised" -> Proof.Promised.class;
          case "call-back" -> Proof.CallBack.class;
          case "office" -> Proof.Office.class;
          case "police-told" -> Proof.PoliceTold.class;
          case "escort" -> Proof.Escort.class;
          case "within-hours" -> Proof.WithinHours.class;
          case "reachable" -> Proof.Reachable.class;
          case "ticked" -> Proof.Ticked.class;
          case "approved" -> Proof.Approved.class;
          case "called-off" -> Proof.CalledOff.class;
          default -> throw new IllegalStateException("unknown kind of proof: " + kind);
        };
    return Json.read(json, type);
  }

  private static Stream<String> texts(ResultSet row, String column) throws SQLException {
    return Stream.of((String[]) row.getArray(column).getArray());
  }
}
