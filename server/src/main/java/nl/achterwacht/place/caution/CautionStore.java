package nl.achterwacht.place.caution;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.utcOrNull;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.place.PlaceId;
import nl.achterwacht.place.caution.CautionState.Ended;
import nl.achterwacht.place.caution.CautionState.How;
import nl.achterwacht.place.caution.CautionState.InForce;
import nl.achterwacht.place.caution.CautionState.Proposed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The SQL of cautions. */
final class CautionStore {
  private static final String COLUMNS =
      """
      select organisation_id, id, place_id, kind, behaviour, evidence, source, happened_on,
             proposed_by, proposed_at, state, ends_at, confirmed_by, confirmed_at, review_at,
             renewed_because, letter_sent_on, no_letter_because, reply, replied_on, ended_at,
             ended_how, ended_by, ended_because, version
        from place.caution
      """;
  private static final String LOCK =
      COLUMNS
          + """
           where organisation_id = :organisation
             and id = :id
             for update
          """;

  // Read with the moment itself: what is past its end is not shown, also before the sweep comes by.
  private static final String STANDING =
      COLUMNS
          + """
           where organisation_id = :organisation
             and place_id = :place
             and state = any (:states)
             and ends_at > :now
           order by happened_on desc, id
          """;
  private static final String COUNT =
      """
      select count(*)
        from place.caution
       where organisation_id = :organisation
         and place_id = :place
         and state = 'in-force'
         and ends_at > :now
      """;
  private static final String TO_REVIEW =
      COLUMNS
          + """
           where organisation_id = :organisation
             and (state = 'proposed' or (state = 'in-force' and review_at <= :soon))
             and ends_at > :now
           order by ends_at, id
          """;
  private static final String DUE =
      COLUMNS
          + """
           where ends_at <= :now
           order by ends_at
           limit :limit
             for update skip locked
          """;
  private static final String INSERT =
      """
      insert into place.caution
             (organisation_id, id, place_id, kind, behaviour, evidence, source, happened_on,
              proposed_by, proposed_at, state, ends_at)
      values (:organisation, :id, :place, :kind, :behaviour, :evidence, :source, :happenedOn,
              :proposedBy, :proposedAt, 'proposed', :endsAt)
      """;
  private static final String UPDATE =
      """
      update place.caution
         set state = :state, ends_at = :endsAt, confirmed_by = coalesce(:confirmedBy, confirmed_by),
             confirmed_at = coalesce(:confirmedAt, confirmed_at),
             review_at = coalesce(:reviewAt, review_at), letter_sent_on = :letterSentOn,
             no_letter_because = :noLetter, reply = :reply, replied_on = :repliedOn,
             renewed_because = case when :state = 'ended' then renewed_because else :because end,
             ended_at = :endedAt, ended_how = :endedHow, ended_by = :endedBy,
             ended_because = case when :state = 'ended' then :because end,
             version = version + 1
       where organisation_id = :organisation
         and id = :id
         and version = :was
      """;

  void insert(Tx tx, Caution caution, Caution.Said said, Proposed state) {
    tx.changeOne(
        tx.sql(INSERT)
            .param("organisation", caution.organisation().value())
            .param("id", caution.id().value())
            .param("place", caution.place().value())
            .param("kind", said.kind())
            .param("behaviour", said.behaviour())
            .param("evidence", said.evidence())
            .param("source", said.source())
            .param("happenedOn", said.happenedOn())
            .param("proposedBy", caution.proposedBy().value())
            .param("proposedAt", utc(caution.proposedAt()))
            .param("endsAt", utc(state.endsAt())),
        "propose a caution");
  }

  Optional<Caution> lock(Tx tx, OrganisationId organisation, CautionId id) {
    return tx.sql(LOCK)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(CautionStore::caution)
        .optional();
  }

  List<Caution> standing(
      Tx tx, OrganisationId organisation, PlaceId place, List<String> states, Instant now) {
    return tx.sql(STANDING)
        .param("organisation", organisation.value())
        .param("place", place.value())
        .param("states", tx.texts(states))
        .param("now", utc(now))
        .query(CautionStore::caution)
        .list();
  }

  int countInForce(Tx tx, OrganisationId organisation, PlaceId place, Instant now) {
    return tx.sql(COUNT)
        .param("organisation", organisation.value())
        .param("place", place.value())
        .param("now", utc(now))
        .query(Integer.class)
        .single();
  }

  List<Caution> toReview(Tx tx, OrganisationId organisation, Instant now, Instant soon) {
    return tx.sql(TO_REVIEW)
        .param("organisation", organisation.value())
        .param("now", utc(now))
        .param("soon", utc(soon))
        .query(CautionStore::caution)
        .list();
  }

  /** Of all organisations; locked. */
  List<Caution> claimDue(Tx tx, Instant now, int limit) {
    return tx.sql(DUE)
        .param("now", utc(now))
        .param("limit", limit)
        .query(CautionStore::caution)
        .list();
  }

  /** Stores {@code caution}, changed from the version before its own. */
  void update(Tx tx, Caution caution) {
    CautionState state = caution.state();
    @Nullable InForce inForce = state instanceof InForce s ? s : null;
    @Nullable Ended ended = state instanceof Ended s ? s : null;
    StatementSpec sql =
        tx.sql(UPDATE)
            .param("state", word(state))
            .param("endsAt", utcOrNull(state.endsBy().orElse(null)))
            .param("confirmedBy", inForce == null ? null : inForce.confirmedBy().value())
            .param("confirmedAt", utcOrNull(inForce == null ? null : inForce.since()))
            .param("reviewAt", utcOrNull(inForce == null ? null : inForce.reviewAt()))
            .param("letterSentOn", caution.told().letterSentOn())
            .param("noLetter", caution.told().noLetterBecause())
            .param("reply", caution.told().reply())
            .param("repliedOn", caution.told().repliedOn())
            .param("because", caution.because())
            .param("endedAt", utcOrNull(ended == null ? null : ended.at()))
            .param("endedHow", ended == null ? null : ended.how().name().toLowerCase(Locale.ROOT))
            .param("endedBy", ended == null || ended.by() == null ? null : ended.by().value())
            .param("organisation", caution.organisation().value())
            .param("id", caution.id().value())
            .param("was", caution.version() - 1);
    tx.changeOne(sql, "change a caution");
  }

  static String word(CautionState state) {
    return switch (state) {
      case Proposed _ -> "proposed";
      case InForce _ -> "in-force";
      case Ended _ -> "ended";
    };
  }

  private static Caution caution(ResultSet row, int number) throws SQLException {
    CautionState state = state(row);
    return new Caution(
        new OrganisationId(uuid(row, "organisation_id")),
        new CautionId(uuid(row, "id")),
        new PlaceId(uuid(row, "place_id")),
        said(row),
        new PersonId(uuid(row, "proposed_by")),
        instant(row, "proposed_at"),
        new Caution.Told(
            row.getObject("letter_sent_on", LocalDate.class),
            row.getString("no_letter_because"),
            row.getString("reply"),
            row.getObject("replied_on", LocalDate.class)),
        row.getString(state instanceof Ended ? "ended_because" : "renewed_because"),
        state,
        row.getInt("version"));
  }

  private static Caution.@Nullable Said said(ResultSet row) throws SQLException {
    String behaviour = row.getString("behaviour");
    String evidence = row.getString("evidence");
    return behaviour == null || evidence == null
        ? null
        : new Caution.Said(
            row.getString("kind"),
            behaviour,
            row.getString("source"),
            evidence,
            row.getObject("happened_on", LocalDate.class));
  }

  private static CautionState state(ResultSet row) throws SQLException {
    String word = row.getString("state");
    return switch (word) {
      case "proposed" -> new Proposed(instant(row, "ends_at"));
      case "in-force" ->
          new InForce(
              instant(row, "confirmed_at"),
              new PersonId(uuid(row, "confirmed_by")),
              instant(row, "review_at"),
              instant(row, "ends_at"));
      case "ended" -> {
        @Nullable UUID by = uuidOrNull(row, "ended_by");
        yield new Ended(
            instant(row, "ended_at"),
            How.valueOf(row.getString("ended_how").toUpperCase(Locale.ROOT)),
            by == null ? null : new PersonId(by));
      }
      default -> throw new IllegalStateException("no state of a caution: " + word);
    };
  }
}
