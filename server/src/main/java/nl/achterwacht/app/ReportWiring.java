package nl.achterwacht.app;

import java.time.InstantSource;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.RosterReader;
import nl.achterwacht.report.MonthCounter;
import nl.achterwacht.report.ReportRegister;
import nl.achterwacht.report.YearlyKeeper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reports, and the loops that count and make them. */
@Configuration(proxyBeanMethods = false)
class ReportWiring {
  @Bean
  ReportRegister reportRegister(InstantSource clock) {
    return new ReportRegister(clock);
  }

  @Bean
  MonthCounter monthCounter(InstantSource clock) {
    return new MonthCounter(clock);
  }

  @Bean
  YearlyKeeper yearlyKeeper(
      InstantSource clock,
      ReportRegister reports,
      NoticeKeeper notices,
      RosterReader rosters,
      PeopleRegister people,
      Journal journal) {
    return new YearlyKeeper(clock, reports, notices, rosters, people, journal);
  }

  @Bean
  ReportLoops reportLoops(
      Database database,
      InstantSource clock,
      VersionFence fence,
      MonthCounter months,
      YearlyKeeper yearly) {
    return new ReportLoops(database, clock, fence, months, yearly);
  }
}
