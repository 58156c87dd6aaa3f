package nl.achterwacht.bench.server;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.bench.Ours;
import nl.achterwacht.bench.Worker;
import nl.achterwacht.watch.Intake;
import nl.achterwacht.watch.Sign;
import nl.achterwacht.watch.WatchRegister;

/** The same signs as the phones send, handed to the same intake without HTTP in between. */
final class IntakeSigns implements AutoCloseable {
  private final Ours ours;
  private final Intake intake;

  IntakeSigns(Ours ours) {
    this.ours = ours;
    this.intake = new Intake(ours.engine().watches());
  }

  void sign(Worker worker) {
    Instant now = ours.clock().instant();
    var sign =
        new Sign(
            worker.organisation(),
            worker.watch(),
            new Sign.Proof.Key(WatchRegister.hash(Phones.key(worker))),
            UUID.randomUUID(),
            now,
            now,
            null,
            80);
    Sign.Result result = intake.take(sign).join();
    if (result instanceof Sign.Result.Busy) {
      // As the server does: such a sign waits for its row by itself.
      result = ours.database().inTransaction(tx -> ours.engine().watches().takeSign(tx, sign));
    }
    if (!(result instanceof Sign.Result.Taken)) {
      throw new IllegalStateException("a sign got " + result);
    }
  }

  @Override
  public void close() {
    intake.close();
  }
}
