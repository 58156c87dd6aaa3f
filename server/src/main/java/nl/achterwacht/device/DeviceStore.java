package nl.achterwacht.device;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.device.Device.Battery;
import nl.achterwacht.device.Device.Facts;
import nl.achterwacht.device.Device.Holder;
import nl.achterwacht.device.Device.Holding;
import nl.achterwacht.device.Device.Test;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The SQL of personal alarms. */
final class DeviceStore {
  private static final String SELECT =
      """
      select d.organisation_id, d.id, d.team_id, d.kind, d.maker, d.number, d.note,
             d.test_every_days, d.battery_percent, d.battery_at, d.removed_at,
             h.person_id, h.workplace_id, h.from_at, h.until_at,
             t.works, t.workplace_id as tested_at, t.note as test_note, t.made_by as test_by,
             t.made_at as test_at
        from device.device d
        left join device.holding h
          on h.organisation_id = d.organisation_id and h.device_id = d.id and h.until_at is null
        left join lateral (select works, workplace_id, note, made_by, made_at
                             from device.test
                            where organisation_id = d.organisation_id
                              and device_id = d.id
                            order by made_at desc, id desc
                            limit 1) t on true
       where d.organisation_id = :organisation
      """;
  private static final String FIND = SELECT + "   and d.id = :id\n";
  private static final String LIST =
      SELECT
          + """
               and (:person::uuid is null or (h.person_id = :person and d.removed_at is null))
             order by d.removed_at nulls first, d.kind, d.maker, d.number, d.id
             limit :limit
            offset :offset
          """;
  private static final String LOCK =
      """
      select id
        from device.device
       where organisation_id = :organisation
         and id = :id
         for update
      """;
  private static final String INSERT =
      """
      insert into device.device
             (organisation_id, id, team_id, kind, maker, number, note, test_every_days, made_by,
              made_at)
      values (:organisation, :id, :team, :kind, :maker, :number, :note, :days, :by, :now)
      """;
  private static final String CHANGE =
      """
      update device.device
         set team_id = :team, kind = :kind, maker = :maker, number = :number, note = :note,
             test_every_days = :days
       where organisation_id = :organisation
         and id = :id
      """;
  private static final String BATTERY =
      """
      update device.device
         set battery_percent = :percent, battery_at = :now
       where organisation_id = :organisation
         and id = :id
      """;
  private static final String REMOVE =
      """
      update device.device
         set removed_at = :now, removed_why = :why
       where organisation_id = :organisation
         and id = :id
         and removed_at is null
      """;
  private static final String TAKE_BACK =
      """
      update device.holding
         set until_at = :now
       where organisation_id = :organisation
         and device_id = :id
         and until_at is null
      """;
  private static final String HAND_OUT =
      """
      insert into device.holding
             (organisation_id, id, device_id, person_id, workplace_id, from_at, made_by)
      values (:organisation, :holding, :id, :person, :workplace, :now, :by)
      """;
  private static final String TEST =
      """
      insert into device.test
             (organisation_id, id, device_id, works, workplace_id, note, made_by, made_at)
      values (:organisation, :test, :id, :works, :workplace, :note, :by, :at)
      """;
  private static final String TESTS =
      """
      select works, workplace_id as tested_at, note as test_note, made_by as test_by,
             made_at as test_at
        from device.test
       where organisation_id = :organisation
         and device_id = :id
       order by made_at desc, id desc
       limit :limit
      """;
  private static final String HOLDINGS =
      """
      select person_id, workplace_id, from_at, until_at
        from device.holding
       where organisation_id = :organisation
         and device_id = :id
       order by from_at desc, id desc
       limit :limit
      """;

  Optional<Device> find(Tx tx, OrganisationId organisation, DeviceId id) {
    return tx.sql(FIND)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(DeviceStore::device)
        .optional();
  }

  /** The same, held until the end of the transaction. */
  Optional<Device> lock(Tx tx, OrganisationId organisation, DeviceId id) {
    boolean known =
        tx.sql(LOCK)
            .param("organisation", organisation.value())
            .param("id", id.value())
            .query(UUID.class)
            .optional()
            .isPresent();
    return known ? find(tx, organisation, id) : Optional.empty();
  }

  List<Device> list(Tx tx, OrganisationId organisation, @Nullable PersonId person, Slice slice) {
    return tx.sql(LIST)
        .param("organisation", organisation.value())
        .param("person", person == null ? null : person.value())
        .param("limit", slice.limit())
        .param("offset", slice.offset())
        .query(DeviceStore::device)
        .list();
  }

  void insert(
      Tx tx,
      OrganisationId organisation,
      DeviceId id,
      TeamId team,
      Facts facts,
      PersonId by,
      Instant now) {
    tx.changeOne(
        facts(tx, INSERT, organisation, id, team, facts)
            .param("by", by.value())
            .param("now", utc(now)),
        "add a device");
  }

  void change(Tx tx, OrganisationId organisation, DeviceId id, TeamId team, Facts facts) {
    tx.changeOne(facts(tx, CHANGE, organisation, id, team, facts), "change a device");
  }

  private static StatementSpec facts(
      Tx tx, String sql, OrganisationId organisation, DeviceId id, TeamId team, Facts facts) {
    return tx.sql(sql)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .param("team", team.value())
        .param("kind", facts.kind())
        .param("maker", facts.maker())
        .param("number", facts.number())
        .param("note", facts.note())
        .param("days", facts.testEveryDays());
  }

  void battery(Tx tx, Device device, int percent, Instant now) {
    tx.changeOne(
        tx.sql(BATTERY)
            .param("organisation", device.organisation().value())
            .param("id", device.id().value())
            .param("percent", percent)
            .param("now", utc(now)),
        "note a battery");
  }

  void remove(Tx tx, Device device, String why, Instant now) {
    tx.changeOne(
        tx.sql(REMOVE)
            .param("organisation", device.organisation().value())
            .param("id", device.id().value())
            .param("why", why)
            .param("now", utc(now)),
        "remove a device");
  }

  void takeBack(Tx tx, Device device, Instant now) {
    tx.sql(TAKE_BACK)
        .param("organisation", device.organisation().value())
        .param("id", device.id().value())
        .param("now", utc(now))
        .update();
  }

  void handOut(Tx tx, Device device, Holder to, PersonId by, Instant now) {
    PersonId person = to.person();
    tx.changeOne(
        tx.sql(HAND_OUT)
            .param("organisation", device.organisation().value())
            .param("holding", Ids.next())
            .param("id", device.id().value())
            .param("person", person == null ? null : person.value())
            .param("workplace", to.workplace())
            .param("by", by.value())
            .param("now", utc(now)),
        "hand out a device");
  }

  void test(Tx tx, Device device, Test test) {
    tx.changeOne(
        tx.sql(TEST)
            .param("organisation", device.organisation().value())
            .param("test", Ids.next())
            .param("id", device.id().value())
            .param("works", test.works())
            .param("workplace", test.workplace())
            .param("note", test.note())
            .param("by", test.by().value())
            .param("at", utc(test.at())),
        "note a test");
  }

  List<Test> tests(Tx tx, Device device, int limit) {
    return tx.sql(TESTS)
        .param("organisation", device.organisation().value())
        .param("id", device.id().value())
        .param("limit", limit)
        .query(DeviceStore::test)
        .list();
  }

  List<Holding> holdings(Tx tx, Device device, int limit) {
    return tx.sql(HOLDINGS)
        .param("organisation", device.organisation().value())
        .param("id", device.id().value())
        .param("limit", limit)
        .query(DeviceStore::holding)
        .list();
  }

  private static Device device(ResultSet row, int number) throws SQLException {
    @Nullable Instant batteryAt = instantOrNull(row, "battery_at");
    return new Device(
        new OrganisationId(uuid(row, "organisation_id")),
        new DeviceId(uuid(row, "id")),
        new TeamId(uuid(row, "team_id")),
        new Facts(
            row.getString("kind"),
            row.getString("maker"),
            row.getString("number"),
            row.getString("note"),
            row.getInt("test_every_days")),
        instantOrNull(row, "from_at") == null ? null : holding(row, number),
        batteryAt == null ? null : new Battery(row.getInt("battery_percent"), batteryAt),
        instantOrNull(row, "test_at") == null ? null : test(row, number),
        instantOrNull(row, "removed_at"));
  }

  private static Holding holding(ResultSet row, int number) throws SQLException {
    @Nullable UUID person = uuidOrNull(row, "person_id");
    return new Holding(
        new Holder(person == null ? null : new PersonId(person), uuidOrNull(row, "workplace_id")),
        instant(row, "from_at"),
        instantOrNull(row, "until_at"));
  }

  private static Test test(ResultSet row, int number) throws SQLException {
    return new Test(
        row.getBoolean("works"),
        uuidOrNull(row, "tested_at"),
        row.getString("test_note"),
        new PersonId(uuid(row, "test_by")),
        instant(row, "test_at"));
  }
}
