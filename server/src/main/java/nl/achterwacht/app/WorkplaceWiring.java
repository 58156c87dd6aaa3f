package nl.achterwacht.app;

import java.time.InstantSource;
import nl.achterwacht.attachment.AttachmentKeeper;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.task.TaskListener;
import nl.achterwacht.workplace.AssessmentKeeper;
import nl.achterwacht.workplace.WorkplaceKeeper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lone workplaces, whose reviews are tasks. */
@Configuration(proxyBeanMethods = false)
class WorkplaceWiring {
  @Bean
  WorkplaceKeeper workplaceKeeper(InstantSource clock, Journal journal, TaskKeeper tasks) {
    return new WorkplaceKeeper(clock, journal, tasks);
  }

  @Bean
  AssessmentKeeper assessmentKeeper(
      InstantSource clock, WorkplaceKeeper workplaces, TaskKeeper tasks) {
    return new AssessmentKeeper(clock, workplaces, tasks);
  }

  @Bean
  AttachmentKeeper attachmentKeeper(InstantSource clock) {
    return new AttachmentKeeper(clock);
  }

  @Bean
  TaskListener workplaceReviews(WorkplaceKeeper workplaces) {
    return workplaces::ended;
  }
}
