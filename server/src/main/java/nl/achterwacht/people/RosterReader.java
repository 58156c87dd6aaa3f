package nl.achterwacht.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.TeamRef;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/**
 * Reads ladders, duties and contacts for a whole batch at once: a few queries, however many alarms.
 */
public final class RosterReader {
  /**
   * Called when a team has no ladder of its own for a kind: who is on duty, then its supervisors.
   */
  private static final int DEFAULT_TO_NEXT_S = 120;

  private static final int DEFAULT_URGENT_TO_NEXT_S = 60;

  private static final String STEPS =
      """
      select s.organisation_id, s.team_id, s.alarm_kind, s.on_duty, s.person_ids, s.to_next_s
        from people.ladder_step s
        join unnest(:organisations::uuid[], :teams::uuid[], :kinds::text[]) as k(o, t, a)
          on s.organisation_id = k.o and s.team_id = k.t and s.alarm_kind = k.a
       order by s.organisation_id, s.team_id, s.alarm_kind, s.step
      """;

  private static final String SUPERVISORS =
      """
      select p.organisation_id, p.team_id, p.id
        from people.person p
        join (select distinct o, t
                from unnest(:organisations::uuid[], :teams::uuid[]) as k(o, t)) k
          on p.organisation_id = k.o and p.team_id = k.t
       where 'supervisor' = any (p.roles) and p.left_at is null
       order by p.id
      """;

  private static final String ON_DUTY =
      """
      select d.organisation_id, d.team_id, d.person_id
        from people.duty d
        join (select distinct o, t
                from unnest(:organisations::uuid[], :teams::uuid[]) as k(o, t)) k
          on d.organisation_id = k.o and d.team_id = k.t
       where d.from_at <= :now and d.until_at > :now
       order by d.from_at, d.id
      """;

  private static final String LAST_RESORT =
      """
      select p.organisation_id, p.id
        from people.person p
       where p.organisation_id = any (:organisations::uuid[])
         and p.roles && array['supervisor', 'administrator']
         and p.left_at is null
       order by p.id
      """;

  private static final String WAYS =
      """
      select p.organisation_id, p.id, p.name, p.language, c.id as contact_id, c.channel, c.address
        from unnest(:organisations::uuid[], :people::uuid[]) as k(o, i)
        join people.person p on p.organisation_id = k.o and p.id = k.i and p.left_at is null
        join people.contact c on c.organisation_id = p.organisation_id and c.person_id = p.id
       where c.verified_at is not null and c.refused_at is null
       order by c.id
      """;

  private static final String PROMISES =
      """
      select t.organisation_id, t.id as team_id, t.promise_s
        from people.team t
        join (select distinct o, t
                from unnest(:organisations::uuid[], :teams::uuid[]) as k(o, t)) k
          on t.organisation_id = k.o and t.id = k.t
      """;

  /** Names a ladder: of which team, for which kind of alarm. */
  public record LadderKey(TeamRef team, String alarmKind) {}

  /** The ladders of {@code keys} as they are now; a team without one gets a sensible one. */
  public Map<LadderKey, Ladder> ladders(Tx tx, Collection<LadderKey> wanted) {
    List<LadderKey> keys = List.copyOf(new LinkedHashSet<>(wanted));
    Map<LadderKey, List<Ladder.Step>> steps = new HashMap<>();
    tx.sql(STEPS)
        .param("organisations", tx.uuids(keys.stream().map(k -> k.team().organisation()).toList()))
        .param("teams", tx.uuids(keys.stream().map(k -> k.team().team()).toList()))
        .param("kinds", tx.texts(keys.stream().map(LadderKey::alarmKind).toList()))
        .query(row -> {
          var key = new LadderKey(team(row), row.getString("alarm_kind"));
          steps.computeIfAbsent(key, k -> new ArrayList<>()).add(step(row));
        });
    List<TeamRef> without =
        keys.stream().filter(key -> !steps.containsKey(key)).map(LadderKey::team).toList();
    Map<TeamRef, Set<PersonId>> supervisors =
        without.isEmpty() ? Map.of() : byTeam(tx, SUPERVISORS, without, null, "id");
    Map<LadderKey, Ladder> ladders = new HashMap<>();
    for (LadderKey key : keys) {
      List<Ladder.Step> own = steps.get(key);
      ladders.put(key, own == null ? defaultLadder(key, supervisors) : new Ladder(own));
    }
    return ladders;
  }

  /**
   * Everybody who may have to be called for {@code teams} at {@code now}: who is on duty, and the
   * people {@code named} in ladders.
   */
  public Roster roster(Tx tx, Collection<TeamRef> teams, Collection<PersonRef> named, Instant now) {
    List<TeamRef> wanted = List.copyOf(new LinkedHashSet<>(teams));
    Map<TeamRef, Set<PersonId>> onDuty = byTeam(tx, ON_DUTY, wanted, now, "person_id");
    Set<PersonRef> everybody = new LinkedHashSet<>(named);
    onDuty.forEach(
        (team, people) -> people.forEach(p -> everybody.add(ref(team.organisation(), p))));
    return new Roster(onDuty, reachable(tx, everybody));
  }

  /** Supervisors and administrators of {@code organisations} who can be reached. */
  public LastResort lastResort(Tx tx, Collection<OrganisationId> organisations) {
    if (organisations.isEmpty()) {
      return LastResort.NONE;
    }
    List<PersonRef> people =
        tx.sql(LAST_RESORT)
            .param("organisations", tx.uuids(organisations.stream().distinct().toList()))
            .query(
                (row, i) -> ref(organisation(row), new PersonId(row.getObject("id", UUID.class))))
            .list();
    Map<PersonRef, Reachable> found = reachable(tx, people);
    return new LastResort(
        people.stream()
            .map(found::get)
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(one -> one.ref().organisation())));
  }

  /** How long an acknowledgement holds in each team without an update. */
  public Map<TeamRef, Duration> promises(Tx tx, Collection<TeamRef> teams) {
    Map<TeamRef, Duration> found = new HashMap<>();
    tx.sql(PROMISES)
        .param("organisations", tx.uuids(teams.stream().map(TeamRef::organisation).toList()))
        .param("teams", tx.uuids(teams.stream().map(TeamRef::team).toList()))
        .query(row -> {
          found.put(team(row), Duration.ofSeconds(row.getInt("promise_s")));
        });
    return found;
  }

  /** Those of {@code people} who have at least one verified contact that still works. */
  public Map<PersonRef, Reachable> reachable(Tx tx, Collection<PersonRef> people) {
    List<PersonRef> wanted = List.copyOf(new LinkedHashSet<>(people));
    Map<PersonRef, Reachable> found = new LinkedHashMap<>();
    if (wanted.isEmpty()) {
      return found;
    }
    tx.sql(WAYS)
        .param("organisations", tx.uuids(wanted.stream().map(PersonRef::organisation).toList()))
        .param("people", tx.uuids(wanted.stream().map(PersonRef::person).toList()))
        .query(row -> {
          Reachable one = reachable(row);
          found.merge(one.ref(), one, RosterReader::withMoreWays);
        });
    return found;
  }

  private static Reachable withMoreWays(Reachable known, Reachable more) {
    List<Reachable.Way> ways = new ArrayList<>(known.ways());
    ways.addAll(more.ways());
    return new Reachable(known.ref(), known.name(), known.language(), ways);
  }

  private static Map<TeamRef, Set<PersonId>> byTeam(
      Tx tx, String sql, List<TeamRef> teams, @Nullable Instant now, String person) {
    Map<TeamRef, Set<PersonId>> found = new HashMap<>();
    var statement =
        tx.sql(sql)
            .param("organisations", tx.uuids(teams.stream().map(TeamRef::organisation).toList()))
            .param("teams", tx.uuids(teams.stream().map(TeamRef::team).toList()));
    if (now != null) {
      statement = statement.param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    }
    statement.query(row -> {
      found
          .computeIfAbsent(team(row), t -> new LinkedHashSet<>())
          .add(new PersonId(row.getObject(person, UUID.class)));
    });
    return found;
  }

  private static Ladder defaultLadder(LadderKey key, Map<TeamRef, Set<PersonId>> supervisors) {
    boolean canWait = "missed-sign".equals(key.alarmKind()) || "drill".equals(key.alarmKind());
    int toNext = canWait ? DEFAULT_TO_NEXT_S : DEFAULT_URGENT_TO_NEXT_S;
    List<UUID> last =
        supervisors.getOrDefault(key.team(), Set.of()).stream().map(PersonId::value).toList();
    return new Ladder(
        List.of(new Ladder.Step(true, List.of(), toNext), new Ladder.Step(true, last, toNext)));
  }

  private static Ladder.Step step(ResultSet row) throws SQLException {
    UUID[] people = (UUID[]) row.getArray("person_ids").getArray();
    return new Ladder.Step(row.getBoolean("on_duty"), List.of(people), row.getInt("to_next_s"));
  }

  private static Reachable reachable(ResultSet row) throws SQLException {
    return new Reachable(
        ref(organisation(row), new PersonId(row.getObject("id", UUID.class))),
        row.getString("name"),
        row.getString("language"),
        List.of(
            new Reachable.Way(
                row.getObject("contact_id", UUID.class),
                row.getString("channel"),
                row.getString("address"))));
  }

  private static TeamRef team(ResultSet row) throws SQLException {
    return new TeamRef(organisation(row), new TeamId(row.getObject("team_id", UUID.class)));
  }

  private static OrganisationId organisation(ResultSet row) throws SQLException {
    return new OrganisationId(row.getObject("organisation_id", UUID.class));
  }

  private static PersonRef ref(OrganisationId organisation, PersonId person) {
    return new PersonRef(organisation, person);
  }
}
