package nl.achterwacht.meeting;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.utcOrNull;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.meeting.Meeting.Attendance;
import nl.achterwacht.meeting.Meeting.Became;
import nl.achterwacht.meeting.Meeting.Decision;
import nl.achterwacht.meeting.Meeting.Item;
import nl.achterwacht.meeting.Meeting.State;
import org.jspecify.annotations.Nullable;

/** The SQL of meetings. */
final class MeetingStore {
  private static final String SELECT =
      """
      select organisation_id, id, team_id, starts_at, room, state, ended_at, ended_by, version
        from meeting.meeting
       where organisation_id = :organisation
      """;
  private static final String FIND = SELECT + " and id = :id";
  private static final String LOCK = FIND + " for update";
  private static final String LIST =
      SELECT
          + """
             and (:team::uuid is null or team_id = :team)
             and state <> 'cancelled'
           order by state = 'finished',
                    extract(epoch from starts_at) * case state when 'finished' then -1 else 1 end,
                    id
           limit :limit
          offset :offset
          """;
  private static final String PREVIOUS =
      SELECT
          + """
             and team_id = :team
             and state = 'finished'
             and starts_at < :before
           order by starts_at desc
           limit 1
          """;
  private static final String NEXT =
      SELECT
          + """
             and team_id = :team
             and state = 'planned'
             and starts_at > :now
           order by starts_at
           limit 1
          """;
  private static final String INSERT =
      """
      insert into meeting.meeting
             (organisation_id, id, team_id, starts_at, room, made_by, state)
      values (:organisation, :id, :team, :startsAt, :room, :by, 'planned')
      """;
  private static final String UPDATE =
      """
      update meeting.meeting
         set starts_at = :startsAt, room = :room, state = :state, ended_at = :endedAt,
             ended_by = :endedBy, version = :version
       where organisation_id = :organisation
         and id = :id
         and version = :version - 1
      """;
  private static final String ITEMS =
      """
      select id, kind, title, minutes, revision, lines, more_lines
        from meeting.item
       where organisation_id = :organisation
         and meeting_id = :meeting
       order by place_no, id
      """;
  private static final String ADD_ITEM =
      """
      insert into meeting.item (organisation_id, id, meeting_id, kind, title, place_no)
      values (:organisation, :id, :meeting, :kind, :title,
              (select coalesce(max(place_no), 0) + 1
                 from meeting.item
                where organisation_id = :organisation
                  and meeting_id = :meeting))
      """;
  private static final String REMOVE_ITEM =
      """
      delete from meeting.item i
       where i.organisation_id = :organisation
         and i.meeting_id = :meeting
         and i.id = :id
         and i.kind = 'own'
         and i.minutes = ''
         and not exists (select 1
                           from meeting.decision d
                          where d.organisation_id = i.organisation_id
                            and d.item_id = i.id)
      """;
  private static final String PLACE =
      """
      update meeting.item i
         set place_no = w.no
        from unnest(:ids::uuid[]) with ordinality as w(id, no)
       where i.organisation_id = :organisation
         and i.meeting_id = :meeting
         and i.id = w.id
      """;
  private static final String MINUTES =
      """
      update meeting.item
         set minutes = :minutes, revision = revision + 1
       where organisation_id = :organisation
         and meeting_id = :meeting
         and id = :id
         and revision = :revision
      """;
  private static final String FIX =
      """
      update meeting.item
         set lines = :lines::jsonb, more_lines = :more
       where organisation_id = :organisation
         and id = :id
      """;
  private static final String DECISIONS =
      """
      select id, item_id, kind, subject_id, words, owner_id, due_on
        from meeting.decision
       where organisation_id = :organisation
         and meeting_id = :meeting
       order by made_at, id
      """;
  private static final String ADD_DECISION =
      """
      insert into meeting.decision
             (organisation_id, id, meeting_id, item_id, kind, subject_id, words, owner_id, due_on,
              made_by, made_at)
      values (:organisation, :id, :meeting, :item, :kind, :subject, :words, :owner, :dueOn, :by,
              :now)
      """;
  private static final String ATTENDANCE =
      """
      select person_id, how
        from meeting.attendance
       where organisation_id = :organisation
         and meeting_id = :meeting
       order by person_id
      """;
  private static final String NOTE_ATTENDANCE =
      """
      insert into meeting.attendance (organisation_id, meeting_id, person_id, how)
      values (:organisation, :meeting, :person, :how)
          on conflict (organisation_id, meeting_id, person_id) do update set how = excluded.how
      """;

  void insert(Tx tx, Meeting made, PersonId by) {
    tx.changeOne(
        tx.sql(INSERT)
            .param("organisation", made.organisation().value())
            .param("id", made.id().value())
            .param("team", made.team().value())
            .param("startsAt", utc(made.startsAt()))
            .param("room", made.room())
            .param("by", by.value()),
        "plan a meeting");
  }

  void update(Tx tx, Meeting after) {
    tx.changeOne(
        tx.sql(UPDATE)
            .param("organisation", after.organisation().value())
            .param("id", after.id().value())
            .param("startsAt", utc(after.startsAt()))
            .param("room", after.room())
            .param("state", after.state().text())
            .param("endedAt", utcOrNull(after.endedAt()))
            .param("endedBy", after.endedBy() == null ? null : after.endedBy().value())
            .param("version", after.version()),
        "change a meeting");
  }

  Optional<Meeting> find(Tx tx, OrganisationId organisation, MeetingId id) {
    return one(tx, FIND, organisation, id);
  }

  Optional<Meeting> lock(Tx tx, OrganisationId organisation, MeetingId id) {
    return one(tx, LOCK, organisation, id);
  }

  private static Optional<Meeting> one(
      Tx tx, String sql, OrganisationId organisation, MeetingId id) {
    return tx.sql(sql)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(MeetingStore::meeting)
        .optional();
  }

  List<Meeting> list(Tx tx, OrganisationId organisation, @Nullable TeamId team, Slice slice) {
    return tx.sql(LIST)
        .param("organisation", organisation.value())
        .param("team", team == null ? null : team.value())
        .param("limit", slice.limit())
        .param("offset", slice.offset())
        .query(MeetingStore::meeting)
        .list();
  }

  Optional<Meeting> previous(Tx tx, OrganisationId organisation, TeamId team, Instant before) {
    return tx.sql(PREVIOUS)
        .param("organisation", organisation.value())
        .param("team", team.value())
        .param("before", utc(before))
        .query(MeetingStore::meeting)
        .optional();
  }

  Optional<Meeting> next(Tx tx, OrganisationId organisation, TeamId team, Instant now) {
    return tx.sql(NEXT)
        .param("organisation", organisation.value())
        .param("team", team.value())
        .param("now", utc(now))
        .query(MeetingStore::meeting)
        .optional();
  }

  List<Item> items(Tx tx, Meeting of) {
    return tx.sql(ITEMS)
        .param("organisation", of.organisation().value())
        .param("meeting", of.id().value())
        .query(MeetingStore::item)
        .list();
  }

  void addItem(Tx tx, Meeting to, ItemId id, ItemKind kind, @Nullable String title) {
    tx.changeOne(
        tx.sql(ADD_ITEM)
            .param("organisation", to.organisation().value())
            .param("id", id.value())
            .param("meeting", to.id().value())
            .param("kind", kind.text())
            .param("title", title),
        "put an item on an agenda");
  }

  boolean removeItem(Tx tx, Meeting from, ItemId id) {
    return tx.sql(REMOVE_ITEM)
            .param("organisation", from.organisation().value())
            .param("meeting", from.id().value())
            .param("id", id.value())
            .update()
        == 1;
  }

  void place(Tx tx, Meeting of, List<ItemId> order) {
    tx.sql(PLACE)
        .param("organisation", of.organisation().value())
        .param("meeting", of.id().value())
        .param("ids", tx.uuids(order))
        .update();
  }

  boolean saveMinutes(Tx tx, Meeting of, ItemId id, int revision, String minutes) {
    return tx.sql(MINUTES)
            .param("organisation", of.organisation().value())
            .param("meeting", of.id().value())
            .param("id", id.value())
            .param("revision", revision)
            .param("minutes", minutes)
            .update()
        == 1;
  }

  void fix(Tx tx, Meeting of, Item item) {
    tx.changeOne(
        tx.sql(FIX)
            .param("organisation", of.organisation().value())
            .param("id", item.id().value())
            .param("lines", Json.write(item.lines()))
            .param("more", item.more()),
        "fix an item");
  }

  List<Decision> decisions(Tx tx, Meeting of) {
    return tx.sql(DECISIONS)
        .param("organisation", of.organisation().value())
        .param("meeting", of.id().value())
        .query((row, n) ->
            new Decision(
                new DecisionId(uuid(row, "id")),
                new ItemId(uuid(row, "item_id")),
                Became.of(row.getString("kind")),
                uuid(row, "subject_id"),
                row.getString("words"),
                new PersonId(uuid(row, "owner_id")),
                row.getObject("due_on", LocalDate.class)))
        .list();
  }

  void add(Tx tx, Meeting to, Decision decision, PersonId by, Instant now) {
    tx.changeOne(
        tx.sql(ADD_DECISION)
            .param("organisation", to.organisation().value())
            .param("id", decision.id().value())
            .param("meeting", to.id().value())
            .param("item", decision.item().value())
            .param("kind", decision.became().text())
            .param("subject", decision.subject())
            .param("words", decision.words())
            .param("owner", decision.owner().value())
            .param("dueOn", decision.dueOn())
            .param("by", by.value())
            .param("now", utc(now)),
        "note a decision");
  }

  List<Attendance> attendance(Tx tx, Meeting of) {
    return tx.sql(ATTENDANCE)
        .param("organisation", of.organisation().value())
        .param("meeting", of.id().value())
        .query(
            (row, n) -> new Attendance(new PersonId(uuid(row, "person_id")), row.getString("how")))
        .list();
  }

  void note(Tx tx, Meeting of, Attendance one) {
    tx.changeOne(
        tx.sql(NOTE_ATTENDANCE)
            .param("organisation", of.organisation().value())
            .param("meeting", of.id().value())
            .param("person", one.person().value())
            .param("how", one.how()),
        "note who was there");
  }

  private static Item item(ResultSet row, int n) throws SQLException {
    @Nullable String lines = row.getString("lines");
    return new Item(
        new ItemId(uuid(row, "id")),
        ItemKind.of(row.getString("kind")),
        row.getString("title"),
        row.getString("minutes"),
        row.getInt("revision"),
        lines == null ? List.of() : List.of(Json.read(lines, AgendaLine[].class)),
        row.getInt("more_lines"));
  }

  private static Meeting meeting(ResultSet row, int n) throws SQLException {
    @Nullable UUID endedBy = uuidOrNull(row, "ended_by");
    return new Meeting(
        new OrganisationId(uuid(row, "organisation_id")),
        new MeetingId(uuid(row, "id")),
        new TeamId(uuid(row, "team_id")),
        instant(row, "starts_at"),
        row.getString("room"),
        State.of(row.getString("state")),
        instantOrNull(row, "ended_at"),
        endedBy == null ? null : new PersonId(endedBy),
        row.getInt("version"));
  }
}
