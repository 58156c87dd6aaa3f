package nl.achterwacht.http;

import java.time.InstantSource;
import nl.achterwacht.http.api.PlaceDoors;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.place.area.Boundaries;
import nl.achterwacht.place.area.HotSpots;
import nl.achterwacht.place.caution.CautionKeeper;
import nl.achterwacht.place.coverage.CoverageMemory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the web side that are about places; what they lean on comes from {@code app}. */
@Configuration(proxyBeanMethods = false)
class PlaceConfiguration {
  @Bean
  PlaceDoors placeDoors(
      PlaceRegister places,
      CautionKeeper cautions,
      CoverageMemory coverage,
      HotSpots hotSpots,
      Boundaries boundaries,
      PeopleRegister people,
      Acts acts,
      InstantSource clock) {
    return new PlaceDoors(places, cautions, coverage, hotSpots, boundaries, people, acts, clock);
  }
}
