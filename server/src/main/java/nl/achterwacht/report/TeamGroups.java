package nl.achterwacht.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Teams as a report may show them. A figure of a team of four is a figure about four people, so
 * small teams are counted together, with the next smallest if they are few themselves: else what is
 * missing from the total would tell (docs/decisions/0124).
 */
final class TeamGroups {
  /** As many people as a figure must be about at least. */
  static final int LEAST = 5;

  record Team(UUID id, String name, int people) {}

  private final Map<UUID, String> names = new HashMap<>();
  private final Set<UUID> together = new HashSet<>();

  TeamGroups(List<Team> teams) {
    var bySize = new ArrayList<>(teams);
    bySize.sort(Comparator.comparingInt(Team::people).thenComparing(Team::id));
    int people = 0;
    for (Team team : bySize) {
      names.put(team.id(), team.name());
      if (team.people() < LEAST || (people > 0 && people < LEAST)) {
        together.add(team.id());
        people += team.people();
      }
    }
  }

  /** Whether figures of this team by itself may be shown. */
  boolean isShown(UUID team) {
    return names.containsKey(team) && !together.contains(team);
  }

  /** The name under which it is counted. */
  String labelOf(UUID team, String smallTeams) {
    return together.contains(team) ? smallTeams : names.getOrDefault(team, smallTeams);
  }
}
