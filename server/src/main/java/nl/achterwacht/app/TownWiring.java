package nl.achterwacht.app;

import java.net.URI;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseClock;
import nl.achterwacht.example.ExampleTown;
import nl.achterwacht.example.TownPlay;
import nl.achterwacht.people.PeopleRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The example town, when it is asked for; else there is nothing of it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("achterwacht.example-town")
class TownWiring {
  /** Set up before the server listens, so that nobody finds half a town. */
  @Bean
  ExampleTown exampleTown(Database database, DatabaseClock clock, PeopleRegister people) {
    var town = new ExampleTown(database, clock, people);
    town.setUp();
    return town;
  }

  @Bean
  Play play(ExampleTown town, Settings settings, DatabaseClock clock, Environment environment) {
    return new Play(settings, clock, environment);
  }

  /** Begins when the server listens, and is the first to stop. */
  static final class Play implements SmartLifecycle {
    private final Settings settings;
    private final DatabaseClock clock;
    private final Environment environment;
    private @Nullable TownPlay running;

    Play(Settings settings, DatabaseClock clock, Environment environment) {
      this.settings = settings;
      this.clock = clock;
      this.environment = environment;
    }

    @Override
    public void start() {
      if (settings.examplePace() == 0) {
        return; // whoever wants a town that stands still, goes out there by themselves
      }
      String host = environment.getProperty("server.address", "127.0.0.1");
      String port = environment.getRequiredProperty("local.server.port");
      URI server = URI.create("http://" + host + ":" + port);
      running = new TownPlay(server, clock, settings.examplePace());
      running.start();
    }

    @Override
    public void stop() {
      if (running != null) {
        running.close();
        running = null;
      }
    }

    @Override
    public boolean isRunning() {
      return running != null;
    }
  }
}
