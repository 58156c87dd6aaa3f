package nl.achterwacht.app;

import java.net.URI;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseAway;
import nl.achterwacht.people.PeopleRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says so in the terminal when everything runs. */
@Configuration(proxyBeanMethods = false)
class WelcomeWiring {
  private static final Logger LOG = LoggerFactory.getLogger(WelcomeWiring.class);

  @Bean
  ApplicationListener<ApplicationReadyEvent> welcome(
      Settings settings, Database database, PeopleRegister people) {
    return ready -> {
      var environment = ready.getApplicationContext().getEnvironment();
      int port = environment.getProperty("local.server.port", Integer.class, 8080);
      URI address = ChannelWiring.publicUrl(settings, port);
      try {
        var welcome = new Welcome(settings, address, database.inTransaction(people::organisations));
        if (LogForMachines.isOn()) {
          welcome.logTo(LOG);
        } else {
          welcome.printTo(System.out);
        }
      } catch (RuntimeException e) {
        if (!DatabaseAway.isCauseOf(e)) {
          throw e;
        }
        // Thrown from here it would end a server that is up, and comes back by itself.
        LOG.warn("no welcome: {}", e.getMessage());
      }
    };
  }
}
