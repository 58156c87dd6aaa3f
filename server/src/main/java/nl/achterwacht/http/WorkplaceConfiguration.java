package nl.achterwacht.http;

import java.time.InstantSource;
import nl.achterwacht.http.api.WorkplaceDoors;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.workplace.AssessmentKeeper;
import nl.achterwacht.workplace.WorkplaceKeeper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the web side that are about lone workplaces. */
@Configuration(proxyBeanMethods = false)
class WorkplaceConfiguration {
  @Bean
  WorkplaceDoors workplaceDoors(
      WorkplaceKeeper workplaces,
      AssessmentKeeper assessments,
      TaskKeeper tasks,
      PlaceRegister places,
      PeopleRegister people,
      Acts acts,
      InstantSource clock) {
    return new WorkplaceDoors(workplaces, assessments, tasks, places, people, acts, clock);
  }
}
