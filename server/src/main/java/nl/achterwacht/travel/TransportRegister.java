package nl.achterwacht.travel;

import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.travel.Transport.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Keeps how people get to remote places and home from late shifts; decides nothing. */
public final class TransportRegister {
  private static final String SELECT =
      """
      select organisation_id, id, team_id, person_id, workplace_id, means, carrier_name, phone,
             out_at, home_at, travel_min, days, note
        from travel.transport
       where organisation_id = :organisation
         and ended_at is null
      """;
  private static final String FIND = SELECT + "   and id = :id\n   for update\n";
  private static final String LIST =
      SELECT
          + """
             and (:workplace::uuid is null or workplace_id = :workplace)
           order by team_id, workplace_id nulls first, person_id nulls first, home_at, id
           limit :limit
          offset :offset
          """;
  private static final String FOR =
      SELECT
          + """
             and (person_id = :person
                  or workplace_id = :workplace
                  or (team_id = :team and person_id is null and workplace_id is null))
           order by person_id nulls last, workplace_id nulls last, home_at, id
          """;
  private static final String INSERT =
      """
      insert into travel.transport
             (organisation_id, id, team_id, person_id, workplace_id, means, carrier_name, phone,
              out_at, home_at, travel_min, days, note, made_by, made_at)
      values (:organisation, :id, :team, :person, :workplace, :means, :carrier, :phone,
              :outAt, :homeAt, :minutes, :days, :note, :by, :now)
      """;
  private static final String CHANGE =
      """
      update travel.transport
         set team_id = :team, person_id = :person, workplace_id = :workplace, means = :means,
             carrier_name = :carrier, phone = :phone, out_at = :outAt, home_at = :homeAt,
             travel_min = :minutes, days = :days, note = :note
       where organisation_id = :organisation
         and id = :id
         and ended_at is null
      """;
  private static final String END =
      """
      update travel.transport
         set ended_at = :now
       where organisation_id = :organisation
         and id = :id
         and ended_at is null
      """;

  private final InstantSource clock;
  private final Journal journal;

  public TransportRegister(InstantSource clock, Journal journal) {
    this.clock = clock;
    this.journal = journal;
  }

  /** Puts an arrangement down. */
  public Transport add(Tx tx, OrganisationId organisation, Terms terms, PersonId by) {
    var made = new Transport(organisation, TransportId.next(), terms);
    Instant now = clock.instant();
    tx.changeOne(
        with(tx.sql(INSERT), made).param("by", by.value()).param("now", utc(now)),
        "add a transport arrangement");
    note(tx, made, "transport.agreed", by, now);
    return made;
  }

  /** Replaces what was agreed; {@code known} is locked. */
  public Transport change(Tx tx, Transport known, Terms terms, PersonId by) {
    var changed = new Transport(known.organisation(), known.id(), terms);
    tx.changeOne(with(tx.sql(CHANGE), changed), "change a transport arrangement");
    note(tx, changed, "transport.changed", by, clock.instant());
    return changed;
  }

  /** Calls it off; {@code known} is locked. */
  public void end(Tx tx, Transport known, PersonId by) {
    Instant now = clock.instant();
    tx.changeOne(
        tx.sql(END)
            .param("organisation", known.organisation().value())
            .param("id", known.id().value())
            .param("now", utc(now)),
        "end a transport arrangement");
    note(tx, known, "transport.ended", by, now);
  }

  /** One that stands, locked until {@code tx} ends. */
  public Optional<Transport> find(Tx tx, OrganisationId organisation, TransportId id) {
    return tx.sql(FIND)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(TransportRegister::transport)
        .optional();
  }

  /**
   * Those that stand.
   *
   * @param workplace only those for this workplace; null for all
   */
  public List<Transport> list(
      Tx tx, OrganisationId organisation, @Nullable UUID workplace, Slice slice) {
    return tx.sql(LIST)
        .param("organisation", organisation.value())
        .param("workplace", workplace)
        .param("limit", slice.limit())
        .param("offset", slice.offset())
        .query(TransportRegister::transport)
        .list();
  }

  /**
   * What was agreed for somebody, whatever the day: the person's own first, then the workplace's,
   * then the team's.
   *
   * @param workplace where this person works now; null when nowhere in particular
   */
  public List<Transport> of(
      Tx tx, OrganisationId organisation, PersonId person, TeamId team, @Nullable UUID workplace) {
    return tx.sql(FOR)
        .param("organisation", organisation.value())
        .param("person", person.value())
        .param("team", team.value())
        .param("workplace", workplace)
        .query(TransportRegister::transport)
        .list();
  }

  private static StatementSpec with(StatementSpec sql, Transport transport) {
    Terms terms = transport.terms();
    @Nullable PersonId person = terms.person();
    return sql.param("organisation", transport.organisation().value())
        .param("id", transport.id().value())
        .param("team", terms.team().value())
        .param("person", person == null ? null : person.value())
        .param("workplace", terms.workplace())
        .param("means", terms.means())
        .param("carrier", terms.carrier())
        .param("phone", terms.phone())
        .param("outAt", terms.outAt())
        .param("homeAt", terms.homeAt())
        .param("minutes", terms.travelMinutes())
        .param("days", terms.days().stream().map(DayOfWeek::getValue).toArray(Integer[]::new))
        .param("note", terms.note());
  }

  private void note(Tx tx, Transport transport, String kind, PersonId by, Instant now) {
    journal.record(
        tx,
        List.of(
            new Entry(
                transport.organisation(),
                now,
                kind,
                by.value(),
                null,
                null,
                null,
                null,
                Json.write(Map.of("transportId", transport.id().toString())))));
  }

  private static Transport transport(ResultSet row, int number) throws SQLException {
    @Nullable UUID person = uuidOrNull(row, "person_id");
    Integer[] days = (Integer[]) row.getArray("days").getArray();
    return new Transport(
        new OrganisationId(uuid(row, "organisation_id")),
        new TransportId(uuid(row, "id")),
        new Terms(
            new TeamId(uuid(row, "team_id")),
            person == null ? null : new PersonId(person),
            uuidOrNull(row, "workplace_id"),
            row.getString("means"),
            row.getString("carrier_name"),
            row.getString("phone"),
            row.getObject("out_at", LocalTime.class),
            row.getObject("home_at", LocalTime.class),
            row.getInt("travel_min"),
            Arrays.stream(days).map(DayOfWeek::of).collect(Collectors.toSet()),
            row.getString("note")));
  }
}
