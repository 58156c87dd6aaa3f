package nl.achterwacht.http;

import java.time.InstantSource;
import nl.achterwacht.agreement.AgreementKeeper;
import nl.achterwacht.http.api.OrganisationDoors;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.meeting.MeetingKeeper;
import nl.achterwacht.meeting.MeetingMail;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.preparation.GuidanceRegister;
import nl.achterwacht.protocol.ProtocolKeeper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the web side that are about protocol, agreements and meetings. */
@Configuration(proxyBeanMethods = false)
class MeetingConfiguration {
  @Bean
  OrganisationDoors organisationDoors(
      ProtocolKeeper protocol,
      AgreementKeeper agreements,
      MeetingKeeper meetings,
      MeetingMail mail,
      GuidanceRegister guidance,
      PeopleRegister people,
      Acts acts,
      InstantSource clock) {
    return new OrganisationDoors(
        protocol, agreements, meetings, mail, guidance, people, acts, clock);
  }
}
