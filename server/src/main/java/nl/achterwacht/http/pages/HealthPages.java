package nl.achterwacht.http.pages;

import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseAway;
import nl.achterwacht.http.frame.Patience;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** For load balancers and outside monitors. */
@Controller
public final class HealthPages {
  /** Whether every deadline is looked at, in one question. */
  public interface Watching {
    boolean isAssured();
  }

  private final Database database;
  private final Patience patience;
  private final Watching watching;

  public HealthPages(Database database, Patience patience, Watching watching) {
    this.database = database;
    this.patience = patience;
    this.watching = watching;
  }

  /** This process runs; never depends on the database. */
  @GetMapping("/livez")
  ResponseEntity<String> live() {
    return ResponseEntity.ok("ok\n");
  }

  /** This process can take requests, and watches. */
  @GetMapping("/readyz")
  ResponseEntity<String> ready() {
    try {
      int one =
          patience.with(
              () -> database.inTransaction(tx -> tx.sql("select 1").query(Integer.class).single()));
      boolean ready = one == 1 && watching.isAssured();
      return ready
          ? ResponseEntity.ok("ok\n")
          : ResponseEntity.status(503).body("watching is not assured\n");
    } catch (DatabaseAway e) {
      return ResponseEntity.status(503).body("the database is away\n");
    }
  }
}
