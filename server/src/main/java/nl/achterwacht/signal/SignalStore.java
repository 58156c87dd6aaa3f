package nl.achterwacht.signal;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.place.PlaceId;
import org.jspecify.annotations.Nullable;

/** The SQL of early signals. */
final class SignalStore {
  private static final String SELECT =
      """
      select organisation_id, id, reporter_id, team_id, anonymous, kind, severity, said, place_id,
             watch_id, made_at
        from signal.signal
      """;
  private static final String FIND =
      SELECT
          + """
           where organisation_id = :organisation
             and id = :id
          """;
  private static final String LIST =
      SELECT
          + """
           where organisation_id = :organisation
             and (:team::uuid is null or team_id = :team)
             and (:reporter::uuid is null or reporter_id = :reporter)
           order by made_at desc, id desc
           limit :limit
          offset :offset
          """;
  private static final String INSERT =
      """
      insert into signal.signal
             (organisation_id, id, reporter_id, team_id, anonymous, kind, severity, said, place_id,
              watch_id, made_at, from_debrief)
      values (:organisation, :id, :reporter, :team, :anonymous, :kind, :severity, :said, :place,
              :watch, :madeAt, :fromDebrief)
          on conflict (organisation_id, watch_id) where from_debrief do nothing
      """;
  private static final String AT_PLACE =
      """
      select count(*)
        from signal.signal
       where organisation_id = :organisation
         and place_id = :place
         and made_at > :since
      """;
  private static final String IN_STREET =
      """
      select count(*)
        from signal.signal s
        join place.v_area a on a.organisation_id = s.organisation_id and a.id = s.place_id
       where s.organisation_id = :organisation
         and s.made_at > :since
         and lower(a.street) = lower(:street || ', ' || :town)
      """;

  /** False when the debrief of this watch became a signal before. */
  boolean insert(Tx tx, Signal signal, boolean fromDebrief) {
    return tx.sql(INSERT)
            .param("organisation", signal.organisation().value())
            .param("id", signal.id().value())
            .param("reporter", signal.reporter().value())
            .param("team", signal.team().value())
            .param("anonymous", signal.anonymous())
            .param("kind", signal.said().kind())
            .param("severity", signal.said().severity())
            .param("said", signal.said().text())
            .param("place", signal.place() == null ? null : signal.place().value())
            .param("watch", signal.watch())
            .param("madeAt", utc(signal.madeAt()))
            .param("fromDebrief", fromDebrief)
            .update()
        == 1;
  }

  Optional<Signal> find(Tx tx, OrganisationId organisation, SignalId id) {
    return tx.sql(FIND)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(SignalStore::signal)
        .optional();
  }

  List<Signal> list(
      Tx tx,
      OrganisationId organisation,
      @Nullable TeamId team,
      @Nullable PersonId reporter,
      Slice slice) {
    return tx.sql(LIST)
        .param("organisation", organisation.value())
        .param("team", team == null ? null : team.value())
        .param("reporter", reporter == null ? null : reporter.value())
        .param("limit", slice.limit())
        .param("offset", slice.offset())
        .query(SignalStore::signal)
        .list();
  }

  int countAt(Tx tx, OrganisationId organisation, PlaceId place, Instant since) {
    return tx.sql(AT_PLACE)
        .param("organisation", organisation.value())
        .param("place", place.value())
        .param("since", utc(since))
        .query(Integer.class)
        .single();
  }

  int countIn(Tx tx, OrganisationId organisation, String street, String town, Instant since) {
    return tx.sql(IN_STREET)
        .param("organisation", organisation.value())
        .param("street", street)
        .param("town", town)
        .param("since", utc(since))
        .query(Integer.class)
        .single();
  }

  private static Signal signal(ResultSet row, int number) throws SQLException {
    @Nullable UUID place = uuidOrNull(row, "place_id");
    return new Signal(
        new OrganisationId(uuid(row, "organisation_id")),
        new SignalId(uuid(row, "id")),
        new PersonId(uuid(row, "reporter_id")),
        new TeamId(uuid(row, "team_id")),
        row.getBoolean("anonymous"),
        new Signal.Said(row.getString("kind"), row.getInt("severity"), row.getString("said")),
        place == null ? null : new PlaceId(place),
        uuidOrNull(row, "watch_id"),
        instant(row, "made_at"));
  }
}
