package nl.achterwacht.app;

import java.time.InstantSource;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.place.area.Boundaries;
import nl.achterwacht.place.area.HotSpots;
import nl.achterwacht.place.caution.CautionKeeper;
import nl.achterwacht.place.coverage.CoverageMemory;
import nl.achterwacht.place.lookup.Locatieserver;
import nl.achterwacht.visit.VisitRegister;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Addresses, cautions, coverage, hot spots: the registers, and what happens by itself. */
@Configuration(proxyBeanMethods = false)
class PlaceWiring {
  @Bean
  PlaceRegister placeRegister() {
    return new PlaceRegister();
  }

  @Bean
  CautionKeeper cautionKeeper(InstantSource clock, Journal journal) {
    return new CautionKeeper(clock, journal);
  }

  @Bean
  CoverageMemory coverageMemory(InstantSource clock) {
    return new CoverageMemory(clock);
  }

  @Bean
  Boundaries boundaries(InstantSource clock) {
    return new Boundaries(clock);
  }

  @Bean
  HotSpots hotSpots(InstantSource clock, Journal journal) {
    return new HotSpots(clock, journal);
  }

  @Bean
  Locatieserver locatieserver(Settings settings, InstantSource clock) {
    return new Locatieserver(settings.addresses().url(), clock, Locatieserver.TIME_LIMIT);
  }

  @Bean
  PlaceLearning placeLearning(
      InstantSource clock, VisitRegister visits, CoverageMemory memory, Boundaries boundaries) {
    return new PlaceLearning(clock, visits, memory, boundaries);
  }

  @Bean
  PlaceCare placeCare(
      @Qualifier("engineDatabase") Database database,
      InstantSource clock,
      VersionFence fence,
      CautionKeeper cautions,
      PlaceLearning learning) {
    return new PlaceCare(database, clock, fence, cautions, learning);
  }
}
