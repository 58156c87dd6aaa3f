package nl.achterwacht.app.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import nl.achterwacht.notify.LoopbackHttp;
import nl.achterwacht.notify.LoopbackHttp.Response;
import nl.achterwacht.watch.Intake;
import nl.achterwacht.watch.Sign;
import nl.achterwacht.watch.Whereabouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TracesQueueTest {
  @Test
  void moreThanFitsInTheQueueOfACollectorThatHangsIsDroppedAndTheWorkGoesOn() throws Exception {
    var asked = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    try (var hangs = new LoopbackHttp(null, request -> hang(asked, never))) {
      var collector = new Traces.Collector(URI.create(hangs.origin() + "/v1/traces"), null, 1);
      try (Traces traces = Traces.to(collector, "1.0")) {
        Intake.Taker traced = traces.taking(new Nobody());
        traced.takeSigns(List.of());
        while (asked.getCount() > 0) {
          traced.takeSigns(List.of());
        }
        for (int i = 0; i < 3 * Traces.QUEUE; i++) {
          assertThat(traced.takeSigns(List.of())).isEmpty();
        }
        assertThat(traces.waking("watches", limit -> limit).applyAsInt(7)).isEqualTo(7);
      }
      assertThat(never.getCount()).as("it still hangs").isEqualTo(1);
      never.countDown();
    }
  }

  @Test
  void whatFailsFailsAsItDidBefore() {
    var nobody = new Traces.Collector(URI.create("http://localhost:1/v1/traces"), null, 1);
    var failure = new IllegalStateException("a bug of ours");
    try (Traces traces = Traces.to(nobody, "1.0")) {
      assertThatThrownBy(() -> traces.waking("watches", limit -> fail(failure)).applyAsInt(1))
          .isSameAs(failure);
    }
  }

  @Test
  void switchedOffItGivesBackWhatItWasGiven() {
    Intake.Taker taker = new Nobody();

    assertThat(Traces.OFF.taking(taker)).isSameAs(taker);
  }

  /** Takes in what nobody sent. */
  private static final class Nobody implements Intake.Taker {
    @Override
    public List<Sign.Result> takeSigns(List<Sign> group) {
      return List.of();
    }

    @Override
    public List<Boolean> takePositions(List<Whereabouts> group) {
      return List.of();
    }
  }

  private static int fail(RuntimeException failure) {
    throw failure;
  }

  private static Response hang(CountDownLatch asked, CountDownLatch never) {
    asked.countDown();
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Response.of(200);
  }
}
