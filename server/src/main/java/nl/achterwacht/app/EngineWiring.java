package nl.achterwacht.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import nl.achterwacht.alarm.AlarmKeeper;
import nl.achterwacht.alarm.AlarmRegister;
import nl.achterwacht.app.Assured.Objection;
import nl.achterwacht.app.traces.Traces;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseClock;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.journal.JournalReader;
import nl.achterwacht.notify.Channel;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.notify.NoticeRegister;
import nl.achterwacht.notify.NoticeTexts;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.RosterReader;
import nl.achterwacht.postgres.Migrations;
import nl.achterwacht.watch.Intake;
import nl.achterwacht.watch.WatchKeeper;
import nl.achterwacht.watch.WatchRegister;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keepers, the registers that screens read, and the loops that never sleep too long. */
@Configuration(proxyBeanMethods = false)
class EngineWiring {
  @Bean
  Engine engine(
      @Qualifier("engineDatabase") Database database,
      DatabaseClock clock,
      VersionFence fence,
      EngineMeters meters,
      Traces traces) {
    var surroundings = new Engine.Surroundings(fence, meters.and(traces.listener()));
    return new Engine(database, clock, surroundings);
  }

  @Bean
  Intake intake(Engine engine, Traces traces) {
    return new Intake(traces.taking(engine.watches()));
  }

  @Bean
  EngineMeters engineMeters(MeterRegistry meters) {
    return new EngineMeters(meters);
  }

  @Bean
  Auditor auditor(
      @Qualifier("engineDatabase") Database database, DatabaseClock clock, MeterRegistry meters) {
    return new Auditor(database, clock, meters);
  }

  @Bean
  VersionFence versionFence(DataSource pool) {
    return new VersionFence(Migrations.newestKnown(pool));
  }

  @Bean
  Objection olderThanTheDatabase(VersionFence fence) {
    return () -> fence.isShut() ? "this server is older than the database" : null;
  }

  @Bean
  Loops loops(
      Engine engine,
      @Qualifier("engineDatabase") Database database,
      DatabaseClock clock,
      NoticeTexts texts,
      List<Channel> channels,
      VersionFence fence,
      Auditor auditor,
      EngineMeters meters,
      Traces traces) {
    var seen = new Loops.Seen(meters, traces);
    return new Loops(engine, database, clock, texts, channels, fence, auditor, seen);
  }

  @Bean
  NoticeTexts noticeTexts() {
    return new NoticeTexts();
  }

  @Bean
  WatchKeeper watchKeeper(Engine engine) {
    return engine.watches();
  }

  @Bean
  AlarmKeeper alarmKeeper(Engine engine) {
    return engine.alarms();
  }

  @Bean
  NoticeKeeper noticeKeeper(Engine engine) {
    return engine.notices();
  }

  @Bean
  Journal journal(Engine engine) {
    return engine.journal();
  }

  @Bean
  RosterReader rosterReader(Engine engine) {
    return engine.rosters();
  }

  @Bean
  WatchRegister watchRegister() {
    return new WatchRegister();
  }

  @Bean
  AlarmRegister alarmRegister() {
    return new AlarmRegister();
  }

  @Bean
  NoticeRegister noticeRegister() {
    return new NoticeRegister();
  }

  @Bean
  PeopleRegister peopleRegister() {
    return new PeopleRegister();
  }

  @Bean
  JournalReader journalReader() {
    return new JournalReader();
  }
}
