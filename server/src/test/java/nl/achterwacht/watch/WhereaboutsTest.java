package nl.achterwacht.watch;

import static nl.achterwacht.Cast.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import nl.achterwacht.World;
import nl.achterwacht.app.Engine;
import nl.achterwacht.base.OrganisationId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where phones are, taken in together. */
@Timeout(120)
class WhereaboutsTest {
  private final World world = new World();
  private final Engine server = world.server();
  private final Intake intake = new Intake(server.watches());

  @AfterEach
  void close() {
    intake.close();
    world.close();
  }

  private Whereabouts at(NewWatch watch, Sign.Proof proof, int secondsAgo) {
    Instant measured = world.clock().instant().minusSeconds(secondsAgo);
    return new Whereabouts(
        watch.organisation(),
        watch.id(),
        proof,
        new Act.Position(measured, 52.09, 5.12, secondsAgo % 2 == 0 ? null : 12.0));
  }

  private Sign.Proof anna() {
    return new Sign.Proof.Session(world.anna());
  }

  private long kept() {
    return world.count("select count(*) from watch.position");
  }

  @Test
  void everyPositionIsKeptOnceWhoeverComesTogether() {
    List<NewWatch> watches = world.startMany(server, 50, minutes(30));
    List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      for (NewWatch watch : watches) {
        answers.add(intake.take(at(watch, anna(), i)));
        answers.add(intake.take(at(watch, anna(), i))); // the phone says it twice
      }
    }

    assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(true);
    assertThat(kept()).isEqualTo(1000);
    assertThat(world.count("select count(*) from watch.position where accuracy_m is null"))
        .isEqualTo(500);
  }

  @Test
  void nothingIsKeptOfAStrangerAnotherOrganisationOrAWrongKey() {
    NewWatch watch = world.startMany(server, 1, minutes(30)).getFirst();
    byte[] wrong = WatchRegister.hash("wrong");
    var elsewhere =
        new Whereabouts(
            new OrganisationId(nl.achterwacht.base.Ids.next()),
            watch.id(),
            anna(),
            at(watch, anna(), 1).position());

    List<Boolean> proven =
        server
            .watches()
            .takePositions(
                List.of(
                    at(watch, new Sign.Proof.Session(world.bram()), 1),
                    at(watch, new Sign.Proof.Key(wrong), 2),
                    elsewhere,
                    at(watch, anna(), 3)));

    assertThat(proven).containsExactly(false, false, false, true);
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void aKeyProvesAsWellAsASession() {
    NewWatch watch = world.startMany(server, 1, minutes(30)).getFirst();
    byte[] hash = WatchRegister.hash(new String(World.key(), StandardCharsets.UTF_8));
    world.sql(
        "update watch.watch set key_hash = '\\x" + java.util.HexFormat.of().formatHex(hash) + "'");

    assertThat(server.watches().takePositions(List.of(at(watch, new Sign.Proof.Key(hash), 1))))
        .containsExactly(true);
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void aClosedWatchKeepsNoPositionButItsPhoneIsNotRefused() {
    NewWatch watch = world.visit();
    world.start(server, watch, Duration.ofMinutes(30));
    world.sql(
        "update watch.watch set state = 'closed', moment_at = now(), closed_by = worker_id,"
            + " closed_how = 'FINISHED', wake_at = null");

    assertThat(server.watches().takePositions(List.of(at(watch, anna(), 1)))).containsExactly(true);
    assertThat(kept()).isZero();
  }
}
