package nl.achterwacht.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.watch.WatchId;

/** Somebody of the made-up town who is out, and the watch about them. */
public record Worker(OrganisationId organisation, PersonId person, WatchId watch) {
  /** Everybody in the town: some hundred bytes each. */
  public static List<Worker> all(BenchDatabase bench) {
    List<Worker> all = new ArrayList<>();
    try (Connection connection = bench.pool().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false); // else all rows come in one piece
      statement.setFetchSize(10_000);
      var rows =
          statement.executeQuery(
              "select organisation_id, id, watch_id from bench.worker order by draw");
      while (rows.next()) {
        all.add(
            new Worker(
                new OrganisationId(rows.getObject(1, UUID.class)),
                new PersonId(rows.getObject(2, UUID.class)),
                new WatchId(rows.getObject(3, UUID.class))));
      }
      connection.rollback();
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read who is out", e);
    }
  }
}
