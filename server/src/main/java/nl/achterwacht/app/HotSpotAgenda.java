package nl.achterwacht.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.meeting.AgendaLine;
import nl.achterwacht.meeting.AgendaLine.Counts;
import nl.achterwacht.meeting.AgendaLines;
import nl.achterwacht.meeting.AgendaSource;
import nl.achterwacht.meeting.ItemKind;
import nl.achterwacht.place.area.HotSpot;
import nl.achterwacht.place.area.HotSpot.Area;
import nl.achterwacht.place.area.HotSpots;
import org.jspecify.annotations.Nullable;

/**
 * Streets and neighbourhoods to talk about: those named by hand, and those where something happened
 * more than once in twelve months. Of all teams, for a street is everybody's.
 */
final class HotSpotAgenda implements AgendaSource {
  private static final int MOST = 12;
  private static final int MORE_THAN_ONCE = 2;

  private final HotSpots hotSpots;

  HotSpotAgenda(HotSpots hotSpots) {
    this.hotSpots = hotSpots;
  }

  @Override
  public ItemKind kind() {
    return ItemKind.HOT_SPOTS;
  }

  @Override
  public AgendaLines lines(Tx tx, OrganisationId organisation, TeamId team, Instant at) {
    Map<Area, AgendaLine> named = new HashMap<>();
    for (HotSpot spot : hotSpots.standing(tx, organisation)) {
      named.put(
          spot.area(),
          new AgendaLine(
              "named",
              nameOf(spot.area(), null) + ": " + spot.reason(),
              null,
              spot.endsAt().toString(),
              null,
              spot.id().value()));
    }
    List<AgendaLine> counted = new ArrayList<>();
    for (HotSpots.Count count : hotSpots.count(tx, organisation, Integer.MAX_VALUE)) {
      var counts =
          new Counts(count.signals(), count.incidents(), count.departures(), count.panics());
      @Nullable AgendaLine byHand = named.remove(count.area());
      if (byHand != null) {
        counted.add(
            new AgendaLine(
                byHand.code(), byHand.words(), null, byHand.at(), counts, byHand.subject()));
      } else if (total(counts) >= MORE_THAN_ONCE) {
        String name = nameOf(count.area(), count.name());
        counted.add(new AgendaLine("counted", name, null, null, counts, null));
      }
    }
    counted.addAll(named.values());
    counted.sort(
        Comparator.comparingInt((AgendaLine line) -> -total(line.counts()))
            .thenComparing(AgendaLine::words));
    return AgendaLines.first(MOST, counted, line -> line);
  }

  private static int total(@Nullable Counts counts) {
    return counts == null
        ? 0
        : counts.signals() + counts.incidents() + counts.departures() + counts.panics();
  }

  private static String nameOf(Area area, @Nullable String name) {
    return switch (area) {
      case Area.Street(String street, String town) -> street + ", " + town;
      case Area.Neighbourhood(String code) -> name == null ? code : name;
    };
  }
}
