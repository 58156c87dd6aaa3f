package nl.achterwacht.report;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.report.CountStore.Count;
import nl.achterwacht.report.CountStore.Counted;
import nl.achterwacht.report.WorkplaceStore.Standing;
import org.jspecify.annotations.Nullable;

/** Makes reports. Months that are over were counted before; the rest is counted now. */
public final class ReportRegister {
  private static final String TEAMS =
      """
      select id, name, people
        from people.v_team
       where organisation_id = :organisation
       order by name, id
      """;

  private final InstantSource clock;
  private final CountStore counts = new CountStore();
  private final ResponseStore responses = new ResponseStore();
  private final WorkplaceStore workplaces = new WorkplaceStore();

  public ReportRegister(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What is asked.
   *
   * @param team null for all together
   * @param language {@code nl} or {@code en}
   */
  public record Asked(
      OrganisationId organisation,
      ReportKind kind,
      Period period,
      @Nullable TeamId team,
      String language) {}

  /** A team that can be chosen. */
  public record TeamChoice(TeamId id, String name) {}

  /** The report; {@code tx} has the rights of the organisation. */
  public Report report(Tx tx, Asked asked) {
    Words words = Words.in(asked.language());
    TeamGroups groups = new TeamGroups(teams(tx, asked.organisation()));
    TeamId team = asked.team();
    if (team != null && !groups.isShown(team.value())) {
      return new Report(
          asked.kind(),
          words.of(asked.kind().text() + ".title"),
          words.filled("withheld", TeamGroups.LEAST),
          true,
          null,
          List.of());
    }
    Sections sections = new Sections(words, asked.period(), team != null, groups);
    List<Report.Section> made =
        switch (asked.kind()) {
          case RISKS -> new Risks(sections, figures(tx, asked, Risks.WHATS)).sections();
          case SIGNALS -> new Signals(sections, figures(tx, asked, Signals.WHATS)).sections();
          case FALSE_ALARMS ->
              new FalseAlarms(sections, figures(tx, asked, FalseAlarms.WHATS)).sections();
          case RESPONSE_TIMES -> new ResponseTimes(sections, times(tx, asked)).sections();
          case ADOPTION -> new Adoption(sections, figures(tx, asked, Adoption.WHATS)).sections();
          case WORKPLACES -> workplaces(tx, asked, sections);
          case SELF_CHECK ->
              new SelfCheck(sections, figures(tx, asked, SelfCheck.WHATS), times(tx, asked))
                  .sections();
        };
    return new Report(
        asked.kind(),
        words.of(asked.kind().text() + ".title"),
        words.of(asked.kind().text() + ".intro"),
        false,
        asked.kind() == ReportKind.RESPONSE_TIMES ? null : countedAt(tx, asked),
        made);
  }

  /** The teams whose figures may be shown by themselves. */
  public List<TeamChoice> choices(Tx tx, OrganisationId organisation) {
    List<TeamGroups.Team> teams = teams(tx, organisation);
    var groups = new TeamGroups(teams);
    return teams.stream()
        .filter(team -> groups.isShown(team.id()))
        .map(team -> new TeamChoice(new TeamId(team.id()), team.name()))
        .toList();
  }

  private List<Report.Section> workplaces(Tx tx, Asked asked, Sections sections) {
    Instant now = clock.instant();
    String today =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(sections.words().locale())
            .format(now.atZone(counts.zone(tx, asked.organisation())));
    Figures figures =
        figures(
            tx, asked, Stream.concat(Workplaces.WHATS.stream(), Drills.WHATS.stream()).toList());
    List<Standing> standing = workplaces.now(tx, asked.organisation(), asked.team(), now);
    return Stream.concat(
            new Workplaces(sections, figures, standing, today).sections().stream(),
            new Drills(sections, figures).sections().stream())
        .toList();
  }

  private List<ResponseStore.Times> times(Tx tx, Asked asked) {
    ZoneId zone = counts.zone(tx, asked.organisation());
    return responses.times(tx, asked.organisation(), zone, asked.period(), asked.team());
  }

  private Figures figures(Tx tx, Asked asked, List<String> whats) {
    OrganisationId organisation = asked.organisation();
    @Nullable UUID team = asked.team() == null ? null : asked.team().value();
    boolean byTeam = asked.kind() == ReportKind.ADOPTION;
    var all =
        new ArrayList<>(counts.kept(tx, organisation, asked.period(), whats, asked.team(), byTeam));
    var kept =
        counts.months(tx, organisation, asked.period()).stream()
            .map(Counted::month)
            .collect(Collectors.toSet());
    Instant now = clock.instant();
    YearMonth current = YearMonth.from(now.atZone(counts.zone(tx, organisation)));
    Wanted wanted = Wanted.of(whats, byTeam || team != null);
    for (YearMonth month : asked.period().months()) {
      if (!kept.contains(month) && !month.isAfter(current)) {
        counts.count(tx, organisation, month, wanted, now).stream()
            .filter(count -> whats.contains(count.what()))
            .filter(count -> team == null || team.equals(count.team()))
            .map(count -> byTeam ? count : withoutTeam(count))
            .forEach(all::add);
      }
    }
    return new Figures(all);
  }

  private static Count withoutTeam(Count count) {
    return new Count(count.month(), null, count.what(), count.key(), count.n());
  }

  private @Nullable Instant countedAt(Tx tx, Asked asked) {
    return counts.months(tx, asked.organisation(), asked.period()).stream()
        .map(Counted::at)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  private static List<TeamGroups.Team> teams(Tx tx, OrganisationId organisation) {
    return tx.sql(TEAMS)
        .param("organisation", organisation.value())
        .query((row, i) ->
            new TeamGroups.Team(
                row.getObject("id", UUID.class), row.getString("name"), row.getInt("people")))
        .list();
  }
}
