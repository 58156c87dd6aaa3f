package nl.achterwacht.http;

import java.time.InstantSource;
import nl.achterwacht.http.api.ReportDoors;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.report.ReportRegister;
import nl.achterwacht.report.YearlyKeeper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the web side that are about reports. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {
  @Bean
  ReportDoors reportDoors(
      ReportRegister reports,
      YearlyKeeper yearly,
      PeopleRegister people,
      Acts acts,
      InstantSource clock) {
    return new ReportDoors(reports, yearly, people, acts, clock);
  }
}
