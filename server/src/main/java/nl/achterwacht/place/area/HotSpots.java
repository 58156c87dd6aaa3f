package nl.achterwacht.place.area;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.AddressKey;
import nl.achterwacht.place.PlaceId;
import nl.achterwacht.place.area.HotSpot.Area;
import nl.achterwacht.place.area.HotSpot.HotSpotId;
import org.jspecify.annotations.Nullable;

/**
 * Streets and neighbourhoods with much aggression: those named by hand, and how often something
 * happened on visits, of twelve months. Numbers only: who it happened to stands elsewhere.
 */
public final class HotSpots {
  private static final int MONTHS_AT_MOST = 12;

  private static final String COLUMNS =
      """
      select id, neighbourhood_code, street, town, reason, entered_by, entered_at, ends_at
        from place.hot_spot
       where organisation_id = :organisation
         and ends_at > :now
      """;
  private static final String STANDING = COLUMNS + " order by entered_at desc, id";
  private static final String COVERING =
      COLUMNS
          + """
             and (neighbourhood_code = :neighbourhood or street_key = :street)
           order by ends_at desc, id
          """;
  private static final String INSERT =
      """
      insert into place.hot_spot
             (organisation_id, id, neighbourhood_code, street, town, street_key, reason,
              entered_by, entered_at, ends_at)
      values (:organisation, :id, :neighbourhood, :street, :town, :streetKey, :reason,
              :by, :now, :endsAt)
      """;
  private static final String END =
      """
      update place.hot_spot
         set ends_at = :now, ended_by = :by, end_reason = :reason
       where organisation_id = :organisation
         and id = :id
         and ends_at > :now
      """;
  private static final String NOTE =
      """
      insert into place.happening (organisation_id, source_id, kind, place_id, happened_at)
      values (:organisation, :source, :kind, :place, :at)
          on conflict do nothing
      """;
  private static final String FORGET = "delete from place.happening where happened_at < :before";
  private static final String HAPPENED =
      """
      with happened as (
          select place_id, 1 as visits, departures, panics, 0 as signals, 0 as incidents
            from place.visited
           where organisation_id = :organisation
             and visited_at >= :since
           union all
          select place_id, 0, 0, 0, (kind = 'signal')::int, (kind = 'incident')::int
            from place.happening
           where organisation_id = :organisation
             and happened_at >= :since
      )
      """;
  private static final String SUMS =
      """
             sum(h.visits) as visits, sum(h.departures) as departures, sum(h.panics) as panics,
             sum(h.signals) as signals, sum(h.incidents) as incidents,
             sum(h.departures + h.panics + h.signals + h.incidents) as times
      """;
  private static final String BY_NEIGHBOURHOOD =
      HAPPENED
          + "select p.neighbourhood_code as code, b.name as name,\n"
          + SUMS
          + """
            from happened h
            join place.place p on p.organisation_id = :organisation and p.id = h.place_id
            left join place.boundary b
                   on b.organisation_id = p.organisation_id and b.code = p.neighbourhood_code
           where p.neighbourhood_code is not null
           group by p.neighbourhood_code, b.name
          having sum(h.departures + h.panics + h.signals + h.incidents) > 0
           order by times desc, p.neighbourhood_code
           limit :limit
          """;
  private static final String BY_STREET =
      HAPPENED
          + "select min(p.street) as street, min(p.town) as town,\n"
          + SUMS
          + """
            from happened h
            join place.place p on p.organisation_id = :organisation and p.id = h.place_id
           where p.street is not null
             and p.town is not null
           group by lower(p.street), lower(p.town)
          having sum(h.departures + h.panics + h.signals + h.incidents) > 0
           order by times desc, min(p.street), min(p.town)
           limit :limit
          """;

  private final InstantSource clock;
  private final Journal journal;

  public HotSpots(InstantSource clock, Journal journal) {
    this.clock = clock;
    this.journal = journal;
  }

  /**
   * What happened in an area in the last twelve months. One evening can be counted as a departure,
   * a signal and an incident.
   *
   * @param name of the neighbourhood, when boundaries are loaded; of a street, street and town
   * @param visits how many went well or not
   * @param signals early signals
   */
  public record Count(
      Area area,
      @Nullable String name,
      int visits,
      int departures,
      int panics,
      int signals,
      int incidents) {}

  /** What is counted beside what happened on visits. */
  public enum Happening {
    SIGNAL("signal"),
    INCIDENT("incident");

    private final String text;

    Happening(String text) {
      this.text = text;
    }
  }

  /** Counts {@code source}, a signal or an incident, at a place; once, however often it is told. */
  public void note(
      Tx tx, OrganisationId organisation, Happening kind, UUID source, PlaceId place, Instant at) {
    tx.sql(NOTE)
        .param("organisation", organisation.value())
        .param("source", source)
        .param("kind", kind.text)
        .param("place", place.value())
        .param("at", utc(at))
        .update();
  }

  /** Forgets what happened too long ago to be counted, of all organisations. */
  public int sweep(Tx tx) {
    return tx.sql(FORGET).param("before", utc(since())).update();
  }

  /** The latest end that a hot spot may get now: twelve months ahead. */
  public Instant latestEnd() {
    return clock.instant().atOffset(ZoneOffset.UTC).plusMonths(MONTHS_AT_MOST).toInstant();
  }

  /** Names a hot spot. */
  public HotSpot enter(
      Tx tx, OrganisationId organisation, Area area, String reason, PersonId by, Instant endsAt) {
    var spot = new HotSpot(HotSpotId.next(), area, reason, by, clock.instant(), endsAt);
    Area.@Nullable Street street = area instanceof Area.Street s ? s : null;
    tx.changeOne(
        tx.sql(INSERT)
            .param("organisation", organisation.value())
            .param("id", spot.id().value())
            .param("neighbourhood", area instanceof Area.Neighbourhood n ? n.code() : null)
            .param("street", street == null ? null : street.street())
            .param("town", street == null ? null : street.town())
            .param("streetKey", street == null ? null : key(street))
            .param("reason", reason)
            .param("by", by.value())
            .param("now", utc(spot.enteredAt()))
            .param("endsAt", utc(endsAt)),
        "enter a hot spot");
    journal.record(tx, List.of(entry(organisation, spot.id(), "hot-spot.entered", by)));
    return spot;
  }

  /** Those that stand now, the newest first. */
  public List<HotSpot> standing(Tx tx, OrganisationId organisation) {
    return tx.sql(STANDING)
        .param("organisation", organisation.value())
        .param("now", utc(clock.instant()))
        .query(HotSpots::spot)
        .list();
  }

  /** Ends one now, for a reason; false when none stands with that id. */
  public boolean end(Tx tx, OrganisationId organisation, HotSpotId id, String reason, PersonId by) {
    boolean ended =
        tx.sql(END)
                .param("organisation", organisation.value())
                .param("id", id.value())
                .param("reason", reason)
                .param("by", by.value())
                .param("now", utc(clock.instant()))
                .update()
            == 1;
    if (ended) {
      journal.record(tx, List.of(entry(organisation, id, "hot-spot.ended", by)));
    }
    return ended;
  }

  /** The hot spots in which an address lies: by its neighbourhood, or by its street and town. */
  public List<HotSpot> covering(Tx tx, OrganisationId organisation, Address address) {
    Optional<Area.Street> street = street(address);
    return tx.sql(COVERING)
        .param("organisation", organisation.value())
        .param("now", utc(clock.instant()))
        .param("neighbourhood", address.neighbourhoodCode())
        .param("street", street.map(HotSpots::key).orElse(null))
        .query(HotSpots::spot)
        .list();
  }

  /**
   * How often workers left because it was not safe, called for help, gave a signal or reported an
   * incident, per neighbourhood and per street; where it never happened is left out. Highest first,
   * at most {@code limit} of each kind.
   */
  public List<Count> count(Tx tx, OrganisationId organisation, int limit) {
    Instant since = since();
    var neighbourhoods =
        tx.sql(BY_NEIGHBOURHOOD)
            .param("organisation", organisation.value())
            .param("since", utc(since))
            .param("limit", limit)
            .query((row, i) ->
                count(row, new Area.Neighbourhood(row.getString("code")), row.getString("name")))
            .list();
    var streets =
        tx.sql(BY_STREET)
            .param("organisation", organisation.value())
            .param("since", utc(since))
            .param("limit", limit)
            .query((row, i) -> {
              var street = new Area.Street(row.getString("street"), row.getString("town"));
              return count(row, street, street.street() + ", " + street.town());
            })
            .list();
    return Stream.concat(neighbourhoods.stream(), streets.stream()).toList();
  }

  private static Count count(ResultSet row, Area area, @Nullable String name) throws SQLException {
    return new Count(
        area,
        name,
        row.getInt("visits"),
        row.getInt("departures"),
        row.getInt("panics"),
        row.getInt("signals"),
        row.getInt("incidents"));
  }

  private Instant since() {
    return clock.instant().atOffset(ZoneOffset.UTC).minusMonths(MONTHS_AT_MOST).toInstant();
  }

  private Entry entry(OrganisationId organisation, HotSpotId id, String kind, PersonId by) {
    return new Entry(
        organisation,
        clock.instant(),
        kind,
        by.value(),
        null,
        null,
        null,
        null,
        "{\"hotSpotId\":\"" + id.value() + "\"}");
  }

  private static Optional<Area.Street> street(Address address) {
    String street = address.street();
    String town = address.town();
    return street == null || town == null
        ? Optional.empty()
        : Optional.of(new Area.Street(street, town));
  }

  private static String key(Area.Street street) {
    return AddressKey.ofStreet(street.street(), street.town());
  }

  private static HotSpot spot(ResultSet row, int number) throws SQLException {
    String code = row.getString("neighbourhood_code");
    return new HotSpot(
        new HotSpotId(uuid(row, "id")),
        code == null
            ? new Area.Street(row.getString("street"), row.getString("town"))
            : new Area.Neighbourhood(code),
        row.getString("reason"),
        new PersonId(uuid(row, "entered_by")),
        instant(row, "entered_at"),
        instant(row, "ends_at"));
  }
}
