package nl.achterwacht.privacy;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every table of the database, once. A table that is missing fails {@code HoldingsTest}: list it in
 * the part where it belongs, with what is shown of it and when its rows go. Within a rule, rows go
 * in the order of these lists: what points at a row stands before it.
 */
public final class Holdings {
  private static final List<Held> ALL =
      Stream.of(
              IncidentHoldings.ALL,
              TogetherHoldings.ALL,
              OrganisationHoldings.ALL,
              WorkHoldings.ALL,
              PeopleHoldings.ALL)
          .flatMap(List::stream)
          .toList();

  private Holdings() {}

  public static List<Held> all() {
    return ALL;
  }
}
