package nl.achterwacht.http;

import java.time.InstantSource;
import nl.achterwacht.alarm.AlarmRegister;
import nl.achterwacht.device.DeviceKeeper;
import nl.achterwacht.drill.DrillDates;
import nl.achterwacht.drill.DrillKeeper;
import nl.achterwacht.http.api.BoardView;
import nl.achterwacht.http.api.DeviceDoors;
import nl.achterwacht.http.api.DrillDoors;
import nl.achterwacht.http.api.WorkplaceCards;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.travel.TransportRegister;
import nl.achterwacht.workplace.AssessmentKeeper;
import nl.achterwacht.workplace.WorkplaceKeeper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the web side about drills, personal alarms and transport. */
@Configuration(proxyBeanMethods = false)
class DrillConfiguration {
  @Bean
  DeviceDoors deviceDoors(
      DeviceKeeper devices,
      TaskKeeper tasks,
      WorkplaceKeeper workplaces,
      PeopleRegister people,
      Acts acts,
      InstantSource clock) {
    return new DeviceDoors(devices, tasks, workplaces, people, acts, clock);
  }

  @Bean
  TransportRegister transportRegister(InstantSource clock, Journal journal) {
    return new TransportRegister(clock, journal);
  }

  @Bean
  WorkplaceCards workplaceCards(
      WorkplaceKeeper workplaces,
      AssessmentKeeper assessments,
      DrillKeeper drills,
      PlaceRegister places) {
    return new WorkplaceCards(workplaces, assessments, drills, places);
  }

  @Bean
  DrillDoors drillDoors(
      DrillKeeper drills,
      DrillDates dates,
      WorkplaceKeeper workplaces,
      WorkplaceCards cards,
      AlarmRegister alarms,
      PeopleRegister people,
      BoardView board,
      Acts acts,
      InstantSource clock,
      HttpSettings settings) {
    return new DrillDoors(
        drills, dates, workplaces, cards, alarms, people, board, acts, clock, settings.publicUrl());
  }
}
