package nl.achterwacht.app;

import java.time.InstantSource;
import java.time.ZoneId;
import nl.achterwacht.incident.AftercareKeeper;
import nl.achterwacht.incident.AftercarePlan;
import nl.achterwacht.incident.IncidentJournal;
import nl.achterwacht.incident.IncidentKeeper;
import nl.achterwacht.incident.LetterKeeper;
import nl.achterwacht.incident.LetterTemplates;
import nl.achterwacht.incident.MeasureKeeper;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.meeting.NextMeetings;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.place.area.HotSpots;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.task.TaskListener;
import nl.achterwacht.travel.Holidays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Incidents and what follows them. */
@Configuration(proxyBeanMethods = false)
class IncidentWiring {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  @Bean
  IncidentJournal incidentJournal(InstantSource clock, Journal journal) {
    return new IncidentJournal(clock, journal);
  }

  @Bean
  AftercarePlan aftercarePlan() {
    return new AftercarePlan(ZONE, Holidays::isHoliday);
  }

  @Bean
  AftercareKeeper aftercareKeeper(
      InstantSource clock,
      IncidentJournal journal,
      TaskKeeper tasks,
      PeopleRegister people,
      AftercarePlan plan) {
    return new AftercareKeeper(clock, journal, tasks, people, plan, new NextMeetings(clock)::of);
  }

  @Bean
  TaskListener aftercareSteps(AftercareKeeper aftercare) {
    return aftercare::ended;
  }

  @Bean
  MeasureKeeper measureKeeper(
      InstantSource clock, IncidentJournal journal, TaskKeeper tasks, AftercarePlan plan) {
    return new MeasureKeeper(clock, journal, tasks, plan);
  }

  @Bean
  LetterKeeper letterKeeper(InstantSource clock, IncidentJournal journal) {
    return new LetterKeeper(clock, journal);
  }

  @Bean
  LetterTemplates letterTemplates(InstantSource clock) {
    return new LetterTemplates(clock);
  }

  @Bean
  IncidentKeeper incidentKeeper(
      InstantSource clock,
      IncidentJournal journal,
      PlaceRegister places,
      HotSpots hotSpots,
      AftercareKeeper aftercare) {
    return new IncidentKeeper(clock, journal, places, hotSpots, aftercare);
  }
}
