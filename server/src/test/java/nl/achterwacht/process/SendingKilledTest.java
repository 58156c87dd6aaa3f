package nl.achterwacht.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.OutsidePostgres;
import nl.achterwacht.process.SendingProcess.Step;
import nl.achterwacht.process.SmallTown.Out;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Killed at each step between a silence and the recorded call. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SendingKilledTest {
  /** Two teams in turn: four calls to one standby go as a bundle, three to the other do not. */
  private static final int SILENT = 7;

  private static final Set<Step> NOTHING_WAS_HANDED_OVER =
      Set.of(
          Step.WAKE_NOT_COMMITTED, Step.BEFORE_CLAIM, Step.CLAIM_NOT_COMMITTED, Step.AFTER_CLAIM);

  private final Receivers receivers = new Receivers();
  private final DatabaseAddress address = OutsidePostgres.shared().newDatabase();
  private final SmallTown town = SmallTown.found(address, receivers, 2);
  private final Books books = new Books(town.database());

  @AfterEach
  void close() {
    town.close();
    receivers.close();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NOWHERE")
  void everyNoticeArrivesUnderOneKeyWhereverItIsKilled(Step step) {
    Instant now = town.now();
    List<Instant> dues = new ArrayList<>();
    for (int i = 0; i < SILENT; i++) {
      dues.add(now.minusSeconds(60 - i));
    }
    List<Out> out = town.sendOut(SmallTown.visit(Duration.ofSeconds(1)), dues);

    assertThat(SendingProcess.run(address, step)).as("died").isTrue();
    Set<String> inFlight = books.keysOfNotices("sending");
    Set<String> arrivedBefore = Set.copyOf(receivers.counts().keySet());
    assertThat(SendingProcess.run(address, Step.NOWHERE)).as("died again").isFalse();

    books.haveOneAlarmFor(out.stream().map(Out::watch).toList());
    books.longestOverdueFirst("0");
    assertThat(books.everythingIsSent()).isTrue();
    books.nothingIsLost(receivers);
    Map<String, Integer> counts = receivers.counts();
    assertThat(counts.keySet()).as("keys").isEqualTo(books.keysOfNotices("accepted"));
    assertThat(receivers.doubles()).as("sent twice").isSubsetOf(inFlight);
    assertThat(callsTo("standby-0")).as("four alarms, one message").hasSize(1);
    assertThat(callsTo("standby-1")).as("three alarms, a message each").hasSize(3);
    if (NOTHING_WAS_HANDED_OVER.contains(step)) {
      assertThat(arrivedBefore).isEmpty();
      assertThat(receivers.doubles()).isEmpty();
    } else {
      assertThat(arrivedBefore).isNotEmpty();
    }
    if (step == Step.PROVIDER_ANSWERED || step == Step.RECORD_NOT_COMMITTED) {
      assertThat(receivers.doubles()).as("it did die between answer and record").isNotEmpty();
    }
  }

  private Set<String> callsTo(String phone) {
    return receivers.arrivals().stream()
        .filter(a -> a.to().equals(phone) && a.kind().equals("alarm-call"))
        .map(Receivers.Arrival::key)
        .collect(Collectors.toSet());
  }
}
