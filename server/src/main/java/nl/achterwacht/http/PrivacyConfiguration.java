package nl.achterwacht.http;

import nl.achterwacht.http.api.PrivacyDoors;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.privacy.Leaving;
import nl.achterwacht.privacy.PersonalFiles;
import nl.achterwacht.privacy.RetentionKeeper;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.workplace.AssessmentKeeper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the web side that are about what is held, and how long. */
@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {
  @Bean
  PrivacyDoors privacyDoors(
      RetentionKeeper retention,
      PersonalFiles files,
      Leaving leaving,
      TaskKeeper tasks,
      AssessmentKeeper assessments,
      PeopleRegister people,
      Acts acts) {
    return new PrivacyDoors(retention, files, leaving, tasks, assessments, people, acts);
  }
}
