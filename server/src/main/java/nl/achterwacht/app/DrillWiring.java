package nl.achterwacht.app;

import java.time.InstantSource;
import nl.achterwacht.alarm.AlarmKeeper;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.drill.DrillDates;
import nl.achterwacht.drill.DrillKeeper;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.workplace.WorkplaceKeeper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Drills, when they are due, and the loops beside them. */
@Configuration(proxyBeanMethods = false)
class DrillWiring {
  @Bean
  DrillDates drillDates(InstantSource clock, TaskKeeper tasks, WorkplaceKeeper workplaces) {
    return new DrillDates(clock, tasks, workplaces);
  }

  @Bean
  DrillKeeper drillKeeper(
      InstantSource clock,
      Journal journal,
      AlarmKeeper alarms,
      WorkplaceKeeper workplaces,
      DrillDates dates) {
    return new DrillKeeper(clock, journal, alarms, workplaces, dates);
  }

  @Bean
  DrillCare drillCare(
      Database database,
      InstantSource clock,
      VersionFence fence,
      DrillKeeper drills,
      DrillDates dates,
      WorkplaceKeeper workplaces) {
    var learning = new WorkplaceLearning(clock, drills, dates, workplaces);
    return new DrillCare(database, clock, fence, drills, learning);
  }
}
