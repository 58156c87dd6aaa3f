package nl.achterwacht.app;

import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import nl.achterwacht.example.ExampleTown;
import nl.achterwacht.people.Organisation;
import org.slf4j.Logger;

/** What the terminal says once the server listens: where to look, and what this is not for. */
record Welcome(Settings settings, URI address, List<Organisation> organisations) {
  private static final String LINE = "-".repeat(96);

  void printTo(PrintStream terminal) {
    terminal.println(text());
    terminal.flush();
  }

  /** For machines: where it is, and what must not stay so. */
  void logTo(Logger log) {
    log.info("Achterwacht is running at {}", base());
    if (settings.exampleTown() || holdsTown()) {
      log.warn("this database holds the example town, with passwords that everybody knows");
    }
  }

  String text() {
    String body =
        settings.exampleTown()
            ? exampleTown()
            : organisations.isEmpty() ? firstSteps() : addresses() + townLeftBehind();
    return "\n" + LINE + "\n" + body + LINE;
  }

  private String addresses() {
    return """
       Achterwacht draait / is running
         telefoon / phone            %1$s/worker/
         bord / control room         %1$s/control-room/
       Stoppen / stop: Ctrl+C
    """
        .formatted(base());
  }

  private String exampleTown() {
    return """
       VOORBEELDGEMEENTE: alleen om te proberen, nooit voor echt gebruik. Iedereen kent dit wachtwoord;
       alle mensen en bezoeken zijn verzonnen en worden nagespeeld.
       EXAMPLE TOWN: only to look around, never for real use. Everybody knows this password;
       all people and visits are made up and played.

         telefoon / phone            %1$s/worker/
           anna                      medewerker / worker; veilige code / safe code %3$s,
                                     dwangcode / duress code %4$s
         bord / control room         %1$s/control-room/
           bram                      achterwacht / standby
           carla                     leidinggevende / supervisor
           beheer                    beheerder / administrator
         wachtwoord van allemaal / password of all: %2$s

         %5$s
       Zonder voorbeeld / without the example: --empty. Stoppen / stop: Ctrl+C
    """
        .formatted(
            base(),
            ExampleTown.PASSWORD,
            ExampleTown.SAFE_CODE,
            ExampleTown.DURESS_CODE,
            whereMailGoes());
  }

  private String whereMailGoes() {
    return settings.mail() == null
        ? "E-mail gaat alleen naar een map / e-mail goes only to a folder: "
            + settings.data().resolve("mail")
        : "E-mail via " + settings.mail();
  }

  private String firstSteps() {
    return addresses()
        + """

           Er is nog geen organisatie. Stop de server en maak de eerste, met een beheerder:
           There is no organisation yet. Stop the server and make the first one, with an administrator:
             bin/run-command create-organisation "Gemeente ..." --data="%1$s"
             bin/run-command create-administrator --organisation "Gemeente ..." --user ... --data="%1$s"
        """
            .formatted(settings.data());
  }

  private String townLeftBehind() {
    if (!holdsTown()) {
      return "";
    }
    return """

       LET OP: in deze database staat de voorbeeldgemeente, met wachtwoorden die iedereen kent. Zet er geen
       echte gegevens bij; begin voor echt gebruik met een lege map (--data=).
       WARNING: this database holds the example town, with passwords that everybody knows. Put no real data
       beside it; for real use begin with an empty folder (--data=).
    """;
  }

  private boolean holdsTown() {
    return organisations.stream().anyMatch(Organisation::exampleTown);
  }

  private String base() {
    return address.toString().replaceAll("/$", "");
  }
}
