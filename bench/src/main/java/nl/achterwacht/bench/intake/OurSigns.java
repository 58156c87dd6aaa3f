package nl.achterwacht.bench.intake;

import java.util.UUID;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Ours;
import nl.achterwacht.bench.Worker;
import nl.achterwacht.watch.Intake;
import nl.achterwacht.watch.Sign;

/** The product's own way in: the waiting room whose signs share a commit. */
final class OurSigns implements Signs {
  private final Ours ours;
  private final Lines lines;
  private final Intake intake;

  OurSigns(BenchDatabase bench, Ours ours) {
    this.ours = ours;
    this.lines = new Lines(bench, "watch.sign-of-life");
    this.intake = new Intake(ours.engine().watches()::takeSigns);
  }

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public void sign(Worker worker) {
    var sign =
        new Sign(
            worker.organisation(),
            worker.watch(),
            new Sign.Proof.Session(worker.person()),
            UUID.randomUUID(),
            ours.clock().instant(),
            null,
            null,
            null);
    Sign.Result result = intake.take(sign).join();
    if (!(result instanceof Sign.Result.Taken)) {
      throw new IllegalStateException("a sign got " + result);
    }
  }

  @Override
  public void check(long answered) {
    lines.check(answered);
  }

  @Override
  public void close() {
    intake.close();
  }
}
