package nl.achterwacht.http;

import java.util.Set;
import nl.achterwacht.preparation.Surroundings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The servers of tests know nothing of hour and light, so that a visit asks for the same at noon
 * and at night; {@code VisitSurroundingsTest} looks at what a real one knows.
 */
@Configuration(proxyBeanMethods = false)
public class NothingKnownAround {
  public static final Surroundings NOTHING =
      (tx, visit) -> new Surroundings.Known(Set.of(), false, false, false, 0, null);

  @Bean
  @Primary
  Surroundings nothingKnown() {
    return NOTHING;
  }
}
