package nl.achterwacht.http.pages;

import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseAway;
import nl.achterwacht.base.Fence;
import nl.achterwacht.http.frame.Patience;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** For load balancers, and whoever starts and stops servers. docs/operations.md tells each. */
@Controller
public final class HealthPages {
  /** Whether deadlines are looked at in time, in one question. */
  public interface DueRows {
    /** Answers at once, also when the database is away. */
    boolean areYoung();
  }

  private final Database database;
  private final Patience patience;
  private final Fence fence;
  private final DueRows dueRows;
  private volatile boolean started;

  public HealthPages(Database database, Patience patience, Fence fence, DueRows dueRows) {
    this.database = database;
    this.patience = patience;
    this.fence = fence;
    this.dueRows = dueRows;
  }

  /** This process runs; never depends on the database. */
  @GetMapping("/livez")
  ResponseEntity<String> live() {
    return ResponseEntity.ok("ok\n");
  }

  /** This process was ready once; from then on it stays so, whatever becomes of the database. */
  @GetMapping("/startupz")
  ResponseEntity<String> startedUp() {
    return started ? ResponseEntity.ok("ok\n") : ready();
  }

  /** This process can take requests, knows the tables as they are, and deadlines are looked at. */
  @GetMapping("/readyz")
  ResponseEntity<String> ready() {
    String objection = objection();
    if (objection != null) {
      return ResponseEntity.status(503).body(objection + "\n");
    }
    started = true;
    return ResponseEntity.ok("ok\n");
  }

  private @Nullable String objection() {
    try {
      if (!patience.with(() -> database.inTransaction(fence::isOpen))) {
        return "the database is of a newer version than this server";
      }
      return dueRows.areYoung() ? null : "deadlines have waited too long";
    } catch (DatabaseAway e) {
      return "the database is away";
    }
  }
}
