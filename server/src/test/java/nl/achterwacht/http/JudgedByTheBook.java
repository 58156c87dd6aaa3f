package nl.achterwacht.http;

import nl.achterwacht.preparation.Judging;
import nl.achterwacht.preparation.JudgingByTheBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The servers of tests judge by the catalogue, whatever tables an organisation may have. */
@Configuration(proxyBeanMethods = false)
class JudgedByTheBook {
  @Bean
  @Primary
  Judging judgingByTheBook() {
    return new JudgingByTheBook();
  }
}
