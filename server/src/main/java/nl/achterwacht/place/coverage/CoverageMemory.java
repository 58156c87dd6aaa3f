package nl.achterwacht.place.coverage;

import static nl.achterwacht.base.Sql.utc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.place.AddressKey;
import nl.achterwacht.place.Place;
import nl.achterwacht.place.PlaceId;
import nl.achterwacht.place.coverage.CoverageRules.Heard;
import org.jspecify.annotations.Nullable;

/** Remembers of past visits whether phones were heard, and whether something happened. */
public final class CoverageMemory {
  /** As long as the headers of watches: for yearly reports, no longer. */
  static final int KEEP_MONTHS = 13;

  private static final int SHORT = 80;

  private static final String NOTE =
      """
      insert into place.visited
             (organisation_id, visit_id, place_id, floor, visited_at, heard, departures, panics,
              response_s)
      values (:organisation, :visit, :place, :floor, :at, :heard, :departures, :panics, :response)
      on conflict (organisation_id, visit_id) do nothing
      """;
  private static final String KNOWN =
      """
      select visit_id
        from place.visited
       where organisation_id = :organisation
         and visit_id = any (:visits)
      """;
  private static final String OF_PLACE =
      """
      select floor,
             count(*) filter (where heard <> 'unknown') as visits,
             count(*) filter (where heard = 'silent') as silent
        from place.visited
       where organisation_id = :organisation
         and place_id = :place
         and visited_at >= :since
       group by floor
       order by floor
      """;
  private static final String RESPONSES =
      """
      select count(*) as around,
             percentile_cont(0.5) within group (order by v.response_s) as median_around,
             count(*) filter (where v.place_id = :place) as here,
             percentile_cont(0.5) within group (order by v.response_s)
               filter (where v.place_id = :place) as median_here
        from place.visited v
        join place.place p on p.organisation_id = v.organisation_id and p.id = v.place_id
       where v.organisation_id = :organisation
         and (v.place_id = :place or p.neighbourhood_code = :neighbourhood::text)
         and v.response_s is not null
         and v.visited_at >= :since
      """;
  private static final String FORGET =
      """
      delete from place.visited
       where visited_at < :before
      """;

  private final InstantSource clock;

  public CoverageMemory(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What one visit taught.
   *
   * @param visit its id, in its module's form; the same one twice counts once
   * @param floor as written with the visit; null when nothing was
   * @param departures how often the worker left because it was not safe
   * @param panics how often the worker called for help
   * @param response how long it took from the first alarm until somebody was with the worker; null
   *     when there was none, or nobody said so
   */
  public record Visited(
      UUID visit,
      PlaceId place,
      @Nullable String floor,
      Instant at,
      Heard heard,
      int departures,
      int panics,
      @Nullable Duration response) {}

  /**
   * So many visits of the last 13 months, of which so many were silent.
   *
   * @param floor in small letters; empty when none was written
   * @param visits of which it could be told
   */
  public record Coverage(String floor, int silent, int visits) {
    /** Whether a plan for a home without coverage is wise: half of the visits or more. */
    public boolean isPoor() {
      return visits > 0 && silent * 2 >= visits;
    }
  }

  /**
   * How long it took until somebody was with a worker who needed help, as measured in 13 months.
   *
   * @param alarms of how many; at least one
   * @param isOfPlace whether at this place; else in its neighbourhood
   */
  public record ResponseTime(Duration median, int alarms, boolean isOfPlace) {}

  /** Keeps what a visit taught. */
  public void note(Tx tx, OrganisationId organisation, Visited visited) {
    tx.sql(NOTE)
        .param("organisation", organisation.value())
        .param("visit", visited.visit())
        .param("place", visited.place().value())
        .param("floor", floorKey(visited.floor()))
        .param("at", utc(visited.at()))
        .param("heard", visited.heard().name().toLowerCase(Locale.ROOT))
        .param("departures", visited.departures())
        .param("panics", visited.panics())
        .param("response", seconds(visited.response()))
        .update();
  }

  /** Of which of {@code visits} it is known already what they taught. */
  public Set<UUID> known(Tx tx, OrganisationId organisation, List<UUID> visits) {
    return new HashSet<>(
        tx.sql(KNOWN)
            .param("organisation", organisation.value())
            .param("visits", tx.uuids(visits))
            .query(UUID.class)
            .list());
  }

  /** What is remembered of a place, each floor by itself. */
  public List<Coverage> of(Tx tx, Place place) {
    return tx.sql(OF_PLACE)
        .param("organisation", place.organisation().value())
        .param("place", place.id().value())
        .param("since", utc(since()))
        .query((row, i) ->
            new Coverage(row.getString("floor"), row.getInt("silent"), row.getInt("visits")))
        .list();
  }

  /** What is remembered of one floor of a place; no visits when nothing is. */
  public Coverage of(Tx tx, Place place, @Nullable String floor) {
    String wanted = floorKey(floor);
    return of(tx, place).stream()
        .filter(coverage -> coverage.floor().equals(wanted))
        .findFirst()
        .orElse(new Coverage(wanted, 0, 0));
  }

  /** What was measured at a place, or else in its neighbourhood; empty when nothing was. */
  public Optional<ResponseTime> responseTime(Tx tx, Place place) {
    List<ResponseTime> nearestFirst =
        tx.sql(RESPONSES)
            .param("organisation", place.organisation().value())
            .param("place", place.id().value())
            .param("neighbourhood", place.address().neighbourhoodCode())
            .param("since", utc(since()))
            .query((row, i) ->
                List.of(
                    measured(row.getInt("here"), row.getDouble("median_here"), true),
                    measured(row.getInt("around"), row.getDouble("median_around"), false)))
            .single();
    return nearestFirst.stream().filter(measured -> measured.alarms() > 0).findFirst();
  }

  private static ResponseTime measured(int alarms, double medianSeconds, boolean isOfPlace) {
    return new ResponseTime(Duration.ofSeconds(Math.round(medianSeconds)), alarms, isOfPlace);
  }

  /** Forgets what is too old, in every organisation. */
  public int sweep(Tx tx) {
    return tx.sql(FORGET).param("before", utc(since())).update();
  }

  private Instant since() {
    return clock.instant().atOffset(ZoneOffset.UTC).minusMonths(KEEP_MONTHS).toInstant();
  }

  private static @Nullable Integer seconds(@Nullable Duration duration) {
    return duration == null ? null : Math.toIntExact(duration.toSeconds());
  }

  private static String floorKey(@Nullable String floor) {
    String words = floor == null ? "" : AddressKey.words(floor);
    return words.length() <= SHORT ? words : words.substring(0, SHORT);
  }
}
