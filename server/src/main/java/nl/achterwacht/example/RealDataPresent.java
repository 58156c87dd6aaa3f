package nl.achterwacht.example;

import java.util.List;
import nl.achterwacht.people.Organisation;

/** The example town, with passwords that everybody knows, may not stand beside real people. */
public final class RealDataPresent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RealDataPresent(List<Organisation> present) {
    super(
        """
        De voorbeeldgemeente komt er niet: deze database hoort al bij %s.
        Start zonder --example-town (of met --empty), of kies een andere map met --data=.
        The example town was not made: this database already belongs to %s.
        Start without --example-town (or with --empty), or choose another folder with --data=.\
        """
            .formatted(names(present), names(present)));
  }

  private static String names(List<Organisation> present) {
    return String.join(", ", present.stream().map(Organisation::name).toList());
  }
}
