package nl.achterwacht.report;

import java.util.List;

/**
 * What of a month is to be counted. A month with 30,000 visits takes a second in full; what is not
 * wanted is not looked up.
 *
 * @param watches whose team's visits they are, and which were watched
 * @param places in which streets and neighbourhoods the visits were
 * @param events signals, alarms and incidents, by where and when
 * @param alarms how alarms and drills ended
 * @param incidents what was done about incidents
 * @param workplaces measures and drills of workplaces
 */
record Wanted(
    boolean visits,
    boolean watches,
    boolean places,
    boolean events,
    boolean alarms,
    boolean tasks,
    boolean incidents,
    boolean workplaces) {
  static final Wanted ALL = new Wanted(true, true, true, true, true, true, true, true);

  /**
   * What a report needs.
   *
   * @param whats the counts it adds up
   * @param byTeam whether it needs to know of which team; by place no count is kept by team
   */
  static Wanted of(List<String> whats, boolean byTeam) {
    return new Wanted(
        whats.stream().anyMatch(what -> what.startsWith("visit")),
        byTeam || whats.contains("visit"),
        !byTeam && whats.stream().anyMatch(what -> what.matches("visit-(street|area)")),
        whats.stream().anyMatch(what -> what.matches("(signal|alarm|incident)(-.*)?")),
        whats.stream().anyMatch(List.of("outcome", "drill", "false-alarm")::contains),
        whats.stream().anyMatch(what -> what.startsWith("task-")),
        whats.stream().anyMatch(List.of("reaction", "police", "damage")::contains),
        whats.stream().anyMatch(what -> what.matches("(measure|drill)-.*")));
  }
}
