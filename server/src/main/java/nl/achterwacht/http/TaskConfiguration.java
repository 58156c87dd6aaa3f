package nl.achterwacht.http;

import java.time.InstantSource;
import nl.achterwacht.http.api.TaskDoors;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.incident.AftercareKeeper;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.signal.SignalKeeper;
import nl.achterwacht.task.TaskKeeper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the web side that are about tasks and signals. */
@Configuration(proxyBeanMethods = false)
class TaskConfiguration {
  @Bean
  TaskDoors taskDoors(
      TaskKeeper tasks,
      SignalKeeper signals,
      AftercareKeeper aftercare,
      PlaceRegister places,
      PeopleRegister people,
      Acts acts,
      InstantSource clock) {
    return new TaskDoors(tasks, signals, aftercare, places, people, acts, clock);
  }
}
