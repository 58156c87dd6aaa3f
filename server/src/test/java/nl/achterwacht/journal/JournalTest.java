package nl.achterwacht.journal;

import static nl.achterwacht.Cast.T14_00;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.achterwacht.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The journal in a real database: nothing is skipped, nothing is changed. */
class JournalTest {
  private final World world = new World();
  private final Journal journal = new Journal();
  private final JournalReader reader = new JournalReader();

  @AfterEach
  void close() {
    world.close();
  }

  private Entry entry(String kind) {
    return new Entry(world.rows().organisation(), T14_00, kind, null, null, null, null, null, "{}");
  }

  private List<String> read(List<JournalReader.Position> place) {
    List<JournalReader.Line> lines =
        world.database().inTransaction(tx -> reader.after(tx, place.getFirst(), 1_000));
    if (!lines.isEmpty()) {
      place.set(0, lines.getLast().position());
    }
    return lines.stream().map(JournalReader.Line::kind).toList();
  }

  private List<JournalReader.Position> now() {
    return new ArrayList<>(List.of(world.database().inTransaction(reader::horizon)));
  }

  @Test
  void anEntryOfATransactionThatCommitsLateIsNotSkipped() throws Exception {
    List<JournalReader.Position> place = now();
    try (Connection slow = world.test().dataSource().getConnection()) {
      slow.setAutoCommit(false);
      try (var statement = slow.createStatement()) {
        statement.execute(
            """
            insert into journal.entry (organisation_id, at, kind)
            values ('%s', '2026-11-23T13:00Z', 'slow')
            """
                .formatted(world.rows().organisation()));
      }
      world.database().inTransactionDo(tx -> journal.record(tx, List.of(entry("fast"))));
      assertThat(read(place)).isEmpty();
      slow.commit();
    }
    assertThat(read(place)).containsExactly("slow", "fast");
    assertThat(read(place)).isEmpty();
  }

  /** Ordered as words, the hundredth transaction would come before the one before it. */
  @Test
  void entriesAreReadInTheOrderOfTheirTransactionsAsNumbers() {
    for (String tx : List.of("100", "9", "99", "10")) {
      world.sql(
          """
          insert into journal.entry (organisation_id, tx, at, kind)
          values ('%s', '%s', '2026-11-23T13:00Z', 'in %s')
          """
              .formatted(world.rows().organisation(), tx, tx));
    }
    List<JournalReader.Position> place = new ArrayList<>(List.of(new JournalReader.Position(0, 0)));
    assertThat(read(place)).containsSubsequence("in 9", "in 10", "in 99", "in 100");
    List<JournalReader.Line> newest = newestFirst(4);
    assertThat(newest)
        .extracting(JournalReader.Line::kind)
        .containsExactly("in 100", "in 99", "in 10", "in 9");
  }

  private List<JournalReader.Line> newestFirst(int limit) {
    return world
        .database()
        .inTransaction(
            tx -> reader.about(tx, world.rows().organisation(), null, null, null, limit));
  }

  @Test
  void aReaderBesideManyWritersSeesEachEntryOnce() throws Exception {
    List<JournalReader.Position> place = now();
    List<String> seen = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        String name = "writer-" + writer + "-";
        writers.add(
            threads.submit(() -> {
              for (int i = 0; i < 100; i++) {
                List<Entry> two = List.of(entry(name + i + "a"), entry(name + i + "b"));
                world.database().inTransactionDo(tx -> journal.record(tx, two));
              }
            }));
      }
      while (writers.stream().anyMatch(writer -> !writer.isDone())) {
        seen.addAll(read(place));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    seen.addAll(read(place));
    assertThat(seen).hasSize(800).doesNotHaveDuplicates();
  }

  @Test
  void theJournalIsAppendOnly() {
    world.database().inTransactionDo(tx -> journal.record(tx, List.of(entry("told"))));
    assertThatThrownBy(() -> world.sql("update journal.entry set kind = 'changed'"))
        .hasStackTraceContaining("append only");
  }
}
