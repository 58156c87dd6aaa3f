package nl.achterwacht.app;

import java.time.InstantSource;
import nl.achterwacht.agreement.AgreementKeeper;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.incident.IncidentKeeper;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.meeting.AgendaSource;
import nl.achterwacht.meeting.MeetingKeeper;
import nl.achterwacht.meeting.MeetingMail;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.RosterReader;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.place.area.HotSpots;
import nl.achterwacht.preparation.PreparationKeeper;
import nl.achterwacht.protocol.ProtocolKeeper;
import nl.achterwacht.signal.SignalKeeper;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.visit.VisitRegister;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a team keeps together: the protocol, working agreements, and its meetings. */
@Configuration(proxyBeanMethods = false)
class MeetingWiring {
  @Bean
  ProtocolKeeper protocolKeeper(
      InstantSource clock,
      Journal journal,
      NoticeKeeper notices,
      RosterReader rosters,
      PeopleRegister people) {
    return new ProtocolKeeper(clock, journal, notices, rosters, people);
  }

  @Bean
  ProtocolCare protocolCare(
      Database database, InstantSource clock, VersionFence fence, ProtocolKeeper protocol) {
    return new ProtocolCare(database, clock, fence, protocol);
  }

  @Bean
  AgreementKeeper agreementKeeper(InstantSource clock, Journal journal, TaskKeeper tasks) {
    return new AgreementKeeper(clock, journal, tasks);
  }

  @Bean
  MeetingKeeper meetingKeeper(
      InstantSource clock,
      Journal journal,
      TaskKeeper tasks,
      AgreementKeeper agreements,
      PeopleRegister people,
      ObjectProvider<AgendaSource> sources) {
    return new MeetingKeeper(clock, journal, tasks, agreements, people, sources.stream().toList());
  }

  @Bean
  MeetingMail meetingMail(NoticeKeeper notices, RosterReader rosters, InstantSource clock) {
    return new MeetingMail(notices, rosters, clock);
  }

  @Bean
  AgendaSources agendaSources(PeopleRegister people, TaskKeeper tasks, InstantSource clock) {
    return new AgendaSources(people, tasks, clock);
  }

  @Bean
  AgendaSource agendaSignals(AgendaSources sources, SignalKeeper signals, PlaceRegister places) {
    return sources.signals(signals, places);
  }

  @Bean
  AgendaSource agendaIncidents(
      AgendaSources sources, IncidentKeeper incidents, PlaceRegister places) {
    return sources.incidents(incidents, places);
  }

  @Bean
  AgendaSource agendaHotSpots(HotSpots hotSpots) {
    return new HotSpotAgenda(hotSpots);
  }

  @Bean
  AgendaSource agendaVisits(
      AgendaSources sources, VisitRegister visits, PreparationKeeper preparations) {
    return sources.riskyVisits(visits, preparations);
  }

  @Bean
  AgendaSource agendaAgreements(AgendaSources sources, AgreementKeeper agreements) {
    return sources.agreements(agreements);
  }

  @Bean
  AgendaSource agendaTasks(AgendaSources sources) {
    return sources.overdueTasks();
  }
}
