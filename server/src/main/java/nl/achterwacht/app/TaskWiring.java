package nl.achterwacht.app;

import java.time.InstantSource;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.device.DeviceKeeper;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.RosterReader;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.place.area.HotSpots;
import nl.achterwacht.signal.SignalKeeper;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.task.TaskListener;
import nl.achterwacht.task.TaskTelling;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks, what makes them, and the loops that wake them. */
@Configuration(proxyBeanMethods = false)
class TaskWiring {
  @Bean
  TaskKeeper taskKeeper(
      InstantSource clock,
      Journal journal,
      NoticeKeeper notices,
      RosterReader rosters,
      PeopleRegister people,
      ObjectProvider<TaskListener> listeners) {
    // Asked when a task ends: whoever listens may itself need this keeper.
    return new TaskKeeper(
        clock,
        journal,
        new TaskTelling(notices, rosters, people),
        (tx, task) -> listeners.forEach(listener -> listener.ended(tx, task)));
  }

  @Bean
  TaskListener signalAnswers(NoticeKeeper notices, RosterReader rosters, InstantSource clock) {
    return new SignalAnswers(notices, rosters, clock);
  }

  @Bean
  SignalKeeper signalKeeper(
      InstantSource clock,
      Journal journal,
      TaskKeeper tasks,
      PlaceRegister places,
      HotSpots hotSpots) {
    return new SignalKeeper(clock, journal, tasks, places, hotSpots);
  }

  @Bean
  DeviceKeeper deviceKeeper(InstantSource clock, Journal journal, TaskKeeper tasks) {
    return new DeviceKeeper(clock, journal, tasks);
  }

  @Bean
  TaskCare taskCare(
      Database database,
      InstantSource clock,
      VersionFence fence,
      TaskKeeper tasks,
      SignalKeeper signals) {
    return new TaskCare(database, clock, fence, tasks, signals, new DepartureCases(clock, tasks));
  }
}
