package nl.achterwacht.bench.intake;

import java.util.UUID;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Ours;
import nl.achterwacht.bench.Worker;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.ActResult;
import nl.achterwacht.watch.WatchEvent;

/** The product's own way in. */
final class OurSigns implements Signs {
  private final Ours ours;
  private final Lines lines;

  OurSigns(BenchDatabase bench, Ours ours) {
    this.ours = ours;
    this.lines = new Lines(bench, "watch.sign-of-life");
  }

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public void sign(Worker worker) {
    var act =
        Act.of(
            new WatchEvent.SignOfLife(ours.clock().instant()), worker.person(), UUID.randomUUID());
    ActResult result =
        ours.database()
            .inTransaction(tx ->
                ours.engine().watches().handle(tx, worker.organisation(), worker.watch(), act));
    if (!(result instanceof ActResult.Done)) {
      throw new IllegalStateException("a sign got " + result);
    }
  }

  @Override
  public void check(long answered) {
    lines.check(answered);
  }

  @Override
  public void close() {}
}
