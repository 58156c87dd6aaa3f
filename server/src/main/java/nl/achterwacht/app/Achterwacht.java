package nl.achterwacht.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.achterwacht.example.RealDataPresent;
import nl.achterwacht.postgres.BackupCommand;
import nl.achterwacht.postgres.DatabaseUnusable;
import nl.achterwacht.postgres.RestoreCommand;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Where the program begins: {@code java -jar achterwacht.jar} serves; with a command as first word
 * it does that and ends.
 */
@SpringBootApplication(scanBasePackages = {"nl.achterwacht.app", "nl.achterwacht.http"})
@ConfigurationPropertiesScan
public class Achterwacht {
  private static final Logger LOG = LoggerFactory.getLogger(Achterwacht.class);

  /** Short forms of settings, for people; each takes its value after {@code =}. */
  private static final Map<String, String> SHORT_FORMS =
      Map.of(
          "--data", "--achterwacht.data",
          "--port", "--server.port",
          "--public-url", "--achterwacht.public-url");

  private static final Map<String, String> SWITCHES =
      Map.of(
          "--example-town", "--achterwacht.example-town=true",
          "--empty", "--achterwacht.example-town=false");

  // A virtual thread that waits while it loads a class keeps its carrier, and whoever holds what it
  // waits for needs one to go on. With a carrier for each core, a crowd that comes to a server that
  // has just started can stop all of it for good: seen with 64 mails at once on two cores.
  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
  private static final String ENOUGH_CARRIERS = "256";

  /** Serves, or runs the command that the first word names. */
  public static void main(String[] words) {
    List<String> rest = Arrays.asList(words).subList(Math.min(1, words.length), words.length);
    String command = words.length == 0 ? "serve" : words[0];
    switch (command) {
      case "backup" -> System.exit(BackupCommand.run(rest));
      case "restore" -> System.exit(RestoreCommand.run(rest));
      case "create-organisation", "create-administrator" ->
          System.exit(MakeCommands.run(command, rest));
      default -> serve(words);
    }
  }

  private static void serve(String[] words) {
    if (System.getProperty(CARRIERS) == null) {
      System.setProperty(CARRIERS, ENOUGH_CARRIERS);
    }
    // Whatever ends a thread stands in the log, in the log's own form.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> LOG.error("thread {} ended", thread.getName(), e));
    var application = new SpringApplication(Achterwacht.class);
    try {
      application.run(spelledOut(words));
    } catch (RuntimeException e) {
      String told = forTheOperator(e);
      if (told == null) {
        throw e;
      }
      tell(told);
      System.exit(2);
    }
  }

  private static void tell(String what) {
    if (LogForMachines.isOn()) {
      LOG.error(what);
    } else {
      System.err.println();
      System.err.println(what);
    }
  }

  static String[] spelledOut(String[] words) {
    List<String> spelled = new ArrayList<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      if (SWITCHES.containsKey(word)) {
        spelled.add(SWITCHES.get(word));
      } else if (SHORT_FORMS.containsKey(name) && equals > 0) {
        spelled.add(SHORT_FORMS.get(name) + word.substring(equals));
      } else {
        spelled.add(word);
      }
    }
    return spelled.toArray(String[]::new);
  }

  private static @Nullable String forTheOperator(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof DatabaseUnusable || t instanceof RealDataPresent) {
        return t.getMessage();
      }
    }
    return null;
  }
}
