package nl.achterwacht.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import nl.achterwacht.account.AccountRegister;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseClock;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.calendar.CalendarKeeper;
import nl.achterwacht.calendar.CalendarRegister;
import nl.achterwacht.calendar.CalendarServer;
import nl.achterwacht.calendar.PasswordBox;
import nl.achterwacht.calendar.PlannedVisits;
import nl.achterwacht.calendar.Proposals;
import nl.achterwacht.calendar.bulk.ImportKeeper;
import nl.achterwacht.calendar.bulk.VisitImports;
import nl.achterwacht.notify.wire.HttpCourier;
import nl.achterwacht.people.ContactRegister;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.visit.VisitRegister;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Visits that come from files and calendars. */
@Configuration(proxyBeanMethods = false)
class CalendarWiring {
  private static final String KEY_FILE = "calendar.key";

  @Bean
  PlannedVisits plannedVisits(PeopleRegister people, VisitRegister visits) {
    return new PlannedVisits(people, visits);
  }

  @Bean
  ImportKeeper importKeeper(
      @Qualifier("engineDatabase") Database database,
      DatabaseClock clock,
      PlannedVisits visits,
      PeopleRegister people,
      AccountRegister accounts,
      ContactRegister contacts) {
    return new ImportKeeper(
        database, clock, visits, people, List.of(accounts::userNames, contacts::mailAddresses));
  }

  @Bean
  VisitImports visitImports(DatabaseClock clock) {
    return new VisitImports(clock);
  }

  @Bean
  CalendarKeeper calendarKeeper(
      @Qualifier("engineDatabase") Database database,
      DatabaseClock clock,
      PlannedVisits visits,
      HttpCourier courier,
      PasswordBox passwords) {
    return new CalendarKeeper(database, clock, visits, new CalendarServer(courier), passwords);
  }

  @Bean
  CalendarRegister calendarRegister(DatabaseClock clock, PasswordBox passwords) {
    return new CalendarRegister(clock, passwords);
  }

  @Bean
  Proposals proposals(DatabaseClock clock, PlannedVisits visits) {
    return new Proposals(clock, visits);
  }

  @Bean
  CalendarLoops calendarLoops(
      CalendarKeeper calendars, ImportKeeper imports, DatabaseClock clock, VersionFence fence) {
    return new CalendarLoops(calendars, imports, clock, fence);
  }

  /**
   * The key as set; else, beside the embedded database, one of its own. Several servers on another
   * database need the same one, so there it must be set, or no passwords are taken.
   */
  @Bean
  @DependsOn("databaseSource")
  PasswordBox passwordBox(Settings settings) {
    Settings.CalendarSettings set = settings.calendar();
    if (set != null) {
      return PasswordBox.with(Base64.getDecoder().decode(set.key()));
    }
    if (settings.database() != null) {
      return PasswordBox.none();
    }
    try {
      return PasswordBox.with(keptIn(settings.data().resolve(KEY_FILE)));
    } catch (IOException e) {
      throw new IllegalStateException("the key of calendars cannot be kept in " + KEY_FILE, e);
    }
  }

  private static byte[] keptIn(Path file) throws IOException {
    if (!Files.exists(file)) {
      Path fresh = file.resolveSibling(KEY_FILE + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(fresh, PasswordBox.newKey());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readAllBytes(file);
  }
}
