package nl.achterwacht.app;

import java.time.InstantSource;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.privacy.Leaving;
import nl.achterwacht.privacy.PersonalFiles;
import nl.achterwacht.privacy.RetentionKeeper;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is held about people: how long, and how they see it. */
@Configuration(proxyBeanMethods = false)
class PrivacyWiring {
  @Bean
  RetentionKeeper retentionKeeper(InstantSource clock, Journal journal) {
    return new RetentionKeeper(clock, journal);
  }

  @Bean
  PersonalFiles personalFiles(InstantSource clock, Journal journal) {
    return new PersonalFiles(clock, journal);
  }

  @Bean
  Leaving leaving(InstantSource clock, Journal journal) {
    return new Leaving(clock, journal);
  }

  @Bean
  RetentionCare retentionCare(
      @Qualifier("engineDatabase") Database database,
      InstantSource clock,
      VersionFence fence,
      RetentionKeeper retention) {
    return new RetentionCare(database, clock, fence, retention);
  }
}
