package nl.achterwacht.calendar.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.achterwacht.World;
import nl.achterwacht.base.Database;
import nl.achterwacht.calendar.PlannedVisits;
import nl.achterwacht.people.ContactRegister;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.visit.VisitRegister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files become visits: all of them, once, whatever happens meanwhile. */
class ImportKeeperTest {
  private static final String HEADER = "medewerker;adres;datum;begin;duur;kenmerk\n";
  private static final String VISITS = "select count(*) from visit.visit";
  private static final String WATCHES = "select count(*) from watch.watch where state = 'planned'";

  private final World world = new World();
  private final VisitImports imports = new VisitImports(world.clock());
  private ImportKeeper keeper = keeper();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void fiveThousandRowsOfWhichThirtySevenAreBad() {
    UUID id = receive(fiveThousand());
    keeper.runDue(100);
    VisitImport checked = find(id);
    assertThat(checked.state()).isEqualTo("checked");
    assertThat(checked.rows()).isEqualTo(5000);
    assertThat(checked.bad()).isEqualTo(37);
    assertThat(checked.waiting()).isEqualTo(4963);
    List<ImportRow> bad = rows(id, "bad");
    assertThat(bad).hasSize(37).allSatisfy(row -> assertThat(row.faults()).isNotEmpty());
    assertThat(bad).extracting(ImportRow::number).startsWith(101, 202, 303);
    assertThat(world.count(VISITS)).isZero();

    confirm(id);
    var progress = new ArrayList<Integer>();
    while (find(id).state().equals("running")) {
      keeper.runDue(100);
      progress.add(find(id).planned());
    }
    assertThat(progress).startsWith(100, 200, 300).isSorted().hasSize(51);
    assertThat(find(id).planned()).isEqualTo(4963);
    assertThat(find(id).bad()).isEqualTo(37);
    assertThat(world.count(VISITS)).isEqualTo(4963);
    assertThat(world.count(WATCHES)).isEqualTo(4963);

    UUID again = receive(fiveThousand());
    keeper.runDue(100);
    assertThat(find(again).known()).isEqualTo(4963);
    confirm(again);
    runAll();
    assertThat(find(again).state()).isEqualTo("done");
    assertThat(find(again).planned()).isZero();
    assertThat(world.count(VISITS)).isEqualTo(4963);
  }

  @Test
  void aServerThatStopsHalfWayLeavesNothingHalfDoneAndAnotherGoesOn() {
    UUID id = checkedAndConfirmed(rowsOf(250));
    keeper.runDue(100);
    assertThat(world.count(VISITS)).isEqualTo(100);
    keeper = keeper();
    runAll();
    assertThat(find(id).state()).isEqualTo("done");
    assertThat(world.count(VISITS)).isEqualTo(250);
    assertThat(rows(id, "planned")).hasSize(250);
  }

  @Test
  void aRowThatCannotBeStoredDoesNotHoldUpItsNeighbours() {
    world.sql(
        """
        create function visit.poison() returns trigger language plpgsql as $$
        begin
            raise exception 'poisoned';
        end
        $$;
        create trigger poison before insert on visit.visit
            for each row when (new.address = 'Straat 7') execute function visit.poison();
        """);
    UUID id = checkedAndConfirmed(rowsOf(20));
    runAll();
    assertThat(find(id).planned()).isEqualTo(19);
    assertThat(rows(id, "bad").getFirst().faults())
        .extracting(RowFault::code)
        .containsExactly("failed");
  }

  @Test
  void aFileThatAServerDiedOverIsReadByAnotherAndThenErased() {
    UUID id = receive(rowsOf(3));
    // What was being read when its server died is read by another, after a while.
    world.sql("update calendar.visit_import set wake_at = wake_at + interval '60 s'");
    assertThat(keeper.runDue(100)).isFalse();
    world.advance(ImportKeeper.CHECKING);
    keeper.runDue(100);
    assertThat(find(id).state()).isEqualTo("checked");
    assertThat(world.count("select count(*) from calendar.visit_import where file is not null"))
        .isZero();
  }

  @Test
  void rowsThatStandTwiceOrSayOtherThanBeforeAreBad() {
    String row = "Anna;Dorpsstraat 12;1-12-2026;10:00;60;";
    UUID first = checkedAndConfirmed(HEADER + row + "A\n" + row.replace("12;1", "14;1") + "A\n");
    assertThat(rows(first, "bad").getFirst().faults())
        .containsExactly(new RowFault("kenmerk", "twice", "2"));
    runAll();
    UUID second = receive(HEADER + row.replace("10:00", "11:00") + "A\n");
    keeper.runDue(100);
    assertThat(rows(second, "bad").getFirst().faults())
        .extracting(RowFault::code)
        .containsExactly("changed");
  }

  @Test
  void whatHappenedSinceThePreviewCounts() {
    UUID one = receive(rowsOf(5));
    UUID other = receive(rowsOf(10));
    keeper.runDue(100);
    keeper.runDue(100);
    confirm(one);
    confirm(other);
    runAll();
    assertThat(find(one).planned() + find(other).planned()).isEqualTo(10);
    assertThat(find(one).known() + find(other).known()).isEqualTo(5);
    UUID late = receive(rowsOf(12));
    keeper.runDue(100);
    world.sql("update people.person set left_at = now() where name = 'Anna'");
    confirm(late);
    runAll();
    assertThat(rows(late, "bad"))
        .hasSize(2)
        .allSatisfy(row ->
            assertThat(row.faults()).extracting(RowFault::code).containsExactly("worker-left"));
  }

  @Test
  void whatIsNoTableSaysWhy() {
    UUID id = receive("medewerker\nAnna\n");
    keeper.runDue(100);
    assertThat(find(id).state()).isEqualTo("unreadable");
    assertThat(find(id).fault()).isEqualTo("columns-missing");
    assertThat(confirmed(id)).isFalse();
  }

  @Test
  void addressesAreForgottenInTime() {
    UUID unconfirmed = receive(rowsOf(2));
    keeper.runDue(100);
    UUID done = checkedAndConfirmed(rowsOf(2));
    runAll();
    world.advance(ImportKeeper.KEEP_UNCONFIRMED.plusMinutes(1));
    assertThat(keeper.sweep()).isEqualTo(1);
    assertThat(imports(unconfirmed)).isEmpty();
    world.advance(ImportKeeper.KEEP_DONE);
    assertThat(keeper.sweep()).isEqualTo(1);
    assertThat(imports(done)).isEmpty();
    assertThat(world.count("select count(*) from calendar.visit_import_row")).isZero();
    assertThat(world.count("select count(*) from calendar.imported_visit")).isZero();
  }

  private String fiveThousand() {
    var text = new StringBuilder(HEADER);
    for (int i = 1; i <= 5000; i++) {
      // Every 101st is wrong, in one of four ways, until there are 37.
      boolean bad = i % 101 == 100 && i / 101 < 37;
      String worker = bad && i % 4 == 0 ? "Nobody" : "anna@example.org";
      String day = bad && i % 4 == 1 ? "31-02-2027" : 1 + i % 28 + "-12-2026";
      String start = bad && i % 4 == 2 ? "morgen" : 8 + i % 9 + ":" + (10 + i % 50);
      String address = bad && i % 4 == 3 ? "" : "Straat " + i;
      text.append(String.join(";", worker, address, day, start, "30", "")).append('\n');
    }
    return text.toString();
  }

  private static String rowsOf(int count) {
    var text = new StringBuilder(HEADER);
    IntStream.rangeClosed(1, count)
        .forEach(i -> text.append("Anna;Straat ").append(i).append(";1-12-2026;10:00;60;\n"));
    return text.toString();
  }

  private UUID checkedAndConfirmed(String file) {
    UUID id = receive(file);
    keeper.runDue(100);
    confirm(id);
    return id;
  }

  private void runAll() {
    while (keeper.runDue(100)) {
      assertThat(world.clock().instant()).isNotNull();
    }
  }

  private UUID receive(String file) {
    return world
        .database()
        .inTransaction(tx ->
            imports
                .receive(tx, world.rows().organisation(), world.carla(), file.getBytes(UTF_8))
                .id());
  }

  private void confirm(UUID id) {
    assertThat(confirmed(id)).isTrue();
  }

  private boolean confirmed(UUID id) {
    return world
        .database()
        .inTransaction(tx -> imports.confirm(tx, world.rows().organisation(), id));
  }

  private VisitImport find(UUID id) {
    return imports(id).orElseThrow();
  }

  private java.util.Optional<VisitImport> imports(UUID id) {
    return world.database().inTransaction(tx -> imports.find(tx, world.rows().organisation(), id));
  }

  private List<ImportRow> rows(UUID id, String state) {
    VisitImport of = find(id);
    return world.database().inTransaction(tx -> imports.rows(tx, of, state, 0, 10_000));
  }

  private ImportKeeper keeper() {
    Database database = world.database();
    var visits = new VisitRegister(world.clock(), world.server().watches());
    return new ImportKeeper(
        database,
        world.clock(),
        new PlannedVisits(new PeopleRegister(), visits),
        new PeopleRegister(),
        List.of(new ContactRegister()::mailAddresses));
  }
}
