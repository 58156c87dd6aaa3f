package nl.achterwacht.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.postgres.DataFolder;
import nl.achterwacht.process.SmallTown.Out;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole server with its database on board. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DataFolderTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int SILENT = 20;

  private final Receivers receivers = new Receivers();
  private DataFolder folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = DataFolder.make();
  }

  @AfterEach
  void deleteFolder() throws IOException {
    receivers.close();
    folder.delete();
  }

  @Test
  void aSecondServerOnTheSameFolderIsRefusedAndSaysWhose() throws IOException {
    try (var first = RunningServer.onBoard(folder.path())) {
      RunningServer second = RunningServer.thatGivesUp(folder.path());

      assertThat(second.exitCode()).isEqualTo(2);
      assertThat(second.said())
          .contains("Another Achterwacht server (process " + first.pid() + ")")
          .contains(folder.path().toRealPath().toString())
          .doesNotContain("\tat ");
      assertThat(new Phone(first).get("/readyz").status()).isEqualTo(200);
    }
  }

  @Test
  void whenServerAndDatabaseAreKilledTogetherNothingThatWasConfirmedIsLost() throws IOException {
    List<Out> silent;
    Out pressed;
    UUID alarm;
    try (var server = RunningServer.onBoard(folder.path())) {
      try (var town = SmallTown.found(folder.address(), receivers, 2)) {
        silent =
            town.sendOut(
                SmallTown.visit(Duration.ofSeconds(1)),
                town.moments(SILENT, Duration.ofSeconds(1), Duration.ofMillis(50)));
        pressed =
            town.sendOut(SmallTown.visit(Duration.ZERO), town.now().plus(Duration.ofHours(2)));
      }
      var phone = new Phone(server);
      UUID press = UUID.randomUUID();
      // A machine that is too busy to answer in time is asked again, as a phone does; meanwhile it
      // may still be at work on the first press.
      var reply =
          await()
              .atMost(PATIENCE)
              .until(
                  () -> phone.panic(pressed, press),
                  sent -> sent.status() != 503 && sent.status() != 409);
      folder.killDatabaseAnd(server::kill);
      assertThat(reply.status()).as(reply.text()).isEqualTo(201);
      alarm = UUID.fromString(reply.json().path("alarmId").asString());
    }

    try (var server = RunningServer.onBoard(folder.path());
        var town = SmallTown.visiting(folder.address(), receivers)) {
      var books = new Books(town.database());
      assertThat(books.count("select count(*) from alarm.alarm where id = '" + alarm + "'"))
          .isEqualTo(1);
      await()
          .atMost(PATIENCE)
          .until(() -> books.countAlarms() >= SILENT && books.everythingIsSent());
      books.haveOneAlarmFor(silent.stream().map(Out::watch).toList());
      books.nothingIsLost(receivers);
      assertThat(new Phone(server).get("/readyz").status()).isEqualTo(200);
    }
  }
}
