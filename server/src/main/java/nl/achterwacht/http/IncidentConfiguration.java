package nl.achterwacht.http;

import java.time.InstantSource;
import nl.achterwacht.alarm.AlarmRegister;
import nl.achterwacht.attachment.AttachmentKeeper;
import nl.achterwacht.http.api.IncidentDoors;
import nl.achterwacht.http.api.IncidentFacts;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.incident.AftercareKeeper;
import nl.achterwacht.incident.IncidentJournal;
import nl.achterwacht.incident.IncidentKeeper;
import nl.achterwacht.incident.LetterKeeper;
import nl.achterwacht.incident.LetterTemplates;
import nl.achterwacht.incident.MeasureKeeper;
import nl.achterwacht.journal.JournalReader;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.preparation.PreparationKeeper;
import nl.achterwacht.signal.SignalKeeper;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.watch.WatchRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the web side that are about incidents. */
@Configuration(proxyBeanMethods = false)
class IncidentConfiguration {
  @Bean
  IncidentFacts incidentFacts(
      WatchRegister watches,
      AlarmRegister alarms,
      PreparationKeeper preparations,
      JournalReader journal) {
    return new IncidentFacts(watches, alarms, preparations, journal);
  }

  @Bean
  IncidentDoors incidentDoors(
      IncidentKeeper incidents,
      AftercareKeeper aftercare,
      MeasureKeeper measures,
      LetterKeeper letters,
      LetterTemplates templates,
      AttachmentKeeper attachments,
      IncidentJournal journal,
      IncidentFacts facts,
      TaskKeeper tasks,
      SignalKeeper signals,
      PlaceRegister places,
      PeopleRegister people,
      Acts acts,
      InstantSource clock) {
    return new IncidentDoors(
        incidents,
        aftercare,
        measures,
        letters,
        templates,
        attachments,
        journal,
        facts,
        tasks,
        signals,
        places,
        people,
        acts,
        clock);
  }
}
