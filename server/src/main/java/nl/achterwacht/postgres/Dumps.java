package nl.achterwacht.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Backup and restore of a database of one's own, by PostgreSQL's programs {@code pg_dump} and
 * {@code pg_restore}, which must be on this machine.
 */
final class Dumps {
  // Roles are not part of a database, and so of no dump; the dump's policies name this one.
  private static final String WEB_ROLE =
      """
      do $$
      begin
          if not exists (select from pg_roles where rolname = 'achterwacht_web') then
              create role achterwacht_web nologin;
          end if;
      end
      $$
      """;

  private static final String IS_EMPTY =
      """
      select not exists (
          select from pg_namespace
           where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public'))
         and not exists (
          select from pg_class where relnamespace = 'public'::regnamespace)
      """;

  private Dumps() {}

  static void backup(DatabaseAddress from, Path file) throws IOException, InterruptedException {
    from.requireUsable();
    if (Files.exists(file)) {
      throw new DatabaseUnusable("There is already a file " + file + "; choose another name.");
    }
    Path half = file.resolveSibling(file.getFileName() + ".partial");
    Files.deleteIfExists(half);
    Folders.createPrivateFile(half); // pg_dump leaves an existing file its permissions
    try {
      run(from, "pg_dump", "--format=custom", "--file=" + half);
      Files.move(half, file);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  static void restore(Path file, DatabaseAddress to) throws IOException, InterruptedException {
    to.requireUsable();
    try (var connection = to.connect();
        var statement = connection.createStatement()) {
      try (var rows = statement.executeQuery(IS_EMPTY)) {
        if (!rows.next() || !rows.getBoolean(1)) {
          throw new DatabaseUnusable("The database at " + to.url() + " is not empty.");
        }
      }
      statement.execute(WEB_ROLE);
    } catch (SQLException e) {
      throw new DatabaseUnusable("The database refuses us: " + e.getMessage(), e);
    }
    run(to, "pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "" + file);
  }

  private static void run(DatabaseAddress address, String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program, "--username=" + address.user()));
    command.add("--dbname=" + address.urlForPrograms());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("PGPASSWORD", address.password());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new DatabaseUnusable(
          program
              + " is not on this machine. Install PostgreSQL's client programs, of the "
              + "database's version or newer (Debian: apt install postgresql-client).",
          e);
    }
    if (process.waitFor() != 0) {
      throw new DatabaseUnusable(program + " failed; what it said is above.");
    }
  }
}
