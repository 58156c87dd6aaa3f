package nl.achterwacht.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import nl.achterwacht.http.api.Assurance;
import org.jspecify.annotations.Nullable;

/**
 * Whether watching is assured, all told: due rows are handled in time, and nobody who knows better
 * objects. What it says stands as a banner on every screen, and decides whether the outside monitor
 * hears from us.
 */
final class Assured implements Assurance {
  private final Assurance dueRows;
  private final List<Objection> objections;
  private final InstantSource clock;
  private @Nullable Instant objectedSince;

  /** Something that makes watching not assured, whatever the due rows say. */
  interface Objection {
    /** Why not, in the operator's words; null when nothing is the matter. Answers at once. */
    @Nullable String reason();
  }

  Assured(Assurance dueRows, InstantSource clock, List<Objection> objections) {
    this.dueRows = dueRows;
    this.clock = clock;
    this.objections = List.copyOf(objections);
  }

  @Override
  public Known now() {
    Known known = dueRows.now();
    String reason = reason();
    Instant since = since(reason != null);
    return since == null || !known.watching()
        ? known
        : new Known(false, since, reason, known.oldestDue(), known.outage());
  }

  private @Nullable String reason() {
    for (Objection objection : objections) {
      String reason = objection.reason();
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }

  private synchronized @Nullable Instant since(boolean objected) {
    if (!objected) {
      objectedSince = null;
    } else if (objectedSince == null) {
      objectedSince = clock.instant();
    }
    return objectedSince;
  }
}
