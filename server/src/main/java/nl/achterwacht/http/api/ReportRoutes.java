package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.print.Table;
import nl.achterwacht.report.Period;
import nl.achterwacht.report.Report;
import nl.achterwacht.report.ReportFiles;
import nl.achterwacht.report.ReportKind;
import nl.achterwacht.report.ReportRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Reports, on the screen and as a file. */
@Controller
@RequestMapping(BASE + "/reports")
public final class ReportRoutes {
  private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

  private final ReportDoors doors;

  public ReportRoutes(ReportDoors doors) {
    this.doors = doors;
  }

  record ColumnJson(String label, String unit, boolean drawn) {}

  record RowJson(String label, List<? extends @Nullable Number> values, boolean rest) {}

  record SectionJson(
      String id,
      String title,
      String note,
      String chart,
      String rowLabel,
      List<ColumnJson> columns,
      List<RowJson> rows) {}

  record TeamJson(UUID id, String name) {}

  record ReportJson(
      String kind,
      String title,
      String intro,
      String from,
      String until,
      boolean withheld,
      @Nullable Instant countedAt,
      List<TeamJson> teams,
      List<SectionJson> sections) {}

  /** What was asked for in the query. */
  private record Wish(
      ReportKind kind, Period period, @Nullable TeamId team, String language, Caller caller) {
    ReportRegister.Asked asked() {
      return new ReportRegister.Asked(caller.organisation(), kind, period, team, language);
    }
  }

  @GetMapping("/{kind}")
  Answer report(Received in) {
    Wish wish = wish(in);
    return doors
        .acts()
        .atLeisure(
            in,
            tx -> {
              Report report = doors.reports().report(tx, wish.asked());
              List<TeamJson> teams =
                  doors.reports().choices(tx, wish.caller().organisation()).stream()
                      .map(team -> new TeamJson(team.id().value(), team.name()))
                      .toList();
              return Answer.ok(json(report, wish, teams));
            });
  }

  @GetMapping("/{kind}/file")
  Answer file(Received in) {
    Wish wish = wish(in);
    String format = in.query("format").orElse("csv");
    String name =
        "%s-%s-%s.%s"
            .formatted(wish.kind().text(), wish.period().from(), wish.period().until(), format);
    return doors
        .acts()
        .atLeisure(
            in,
            tx -> {
              Report report = doors.reports().report(tx, wish.asked());
              return switch (format) {
                case "xlsx" -> Answer.file(ReportFiles.xlsx(report), Table.XLSX, name);
                case "pdf" ->
                    Answer.file(
                        ReportFiles.pdf(report, heading(tx, wish)), "application/pdf", name);
                default -> Answer.file(ReportFiles.csv(report, wish.language()), Table.CSV, name);
              };
            });
  }

  private ReportFiles.Heading heading(Tx tx, Wish wish) {
    Organisation organisation = doors.people().organisation(tx, wish.caller().organisation());
    @Nullable String team =
        doors.reports().choices(tx, wish.caller().organisation()).stream()
            .filter(one -> one.id().equals(wish.team()))
            .map(ReportRegister.TeamChoice::name)
            .findFirst()
            .orElse(null);
    return new ReportFiles.Heading(
        organisation == null ? "" : organisation.name(),
        wish.period(),
        team,
        wish.language(),
        doors.clock().instant());
  }

  private Wish wish(Received in) {
    ReportKind kind =
        ReportKind.of(in.path().getOrDefault("kind", ""))
            .orElseThrow(() -> Refusal.notFound("report"));
    YearMonth current = YearMonth.from(doors.clock().instant().atZone(NETHERLANDS));
    YearMonth until = in.query("until").map(YearMonth::parse).orElse(current);
    YearMonth from = in.query("from").map(YearMonth::parse).orElse(until.minusMonths(11));
    if (until.isBefore(from)) {
      throw Refusal.invalid("/until", "before-from", "This period ends before it begins.");
    }
    if (from.plusMonths(Period.MOST_MONTHS).compareTo(until) <= 0) {
      throw Refusal.invalid("/from", "too-long", "Three years at most.");
    }
    Caller caller = in.caller();
    return new Wish(
        kind,
        new Period(from, until),
        in.query("teamId").map(UUID::fromString).map(TeamId::new).orElse(null),
        in.query("language").orElse(caller.language()),
        caller);
  }

  private static ReportJson json(Report report, Wish wish, List<TeamJson> teams) {
    return new ReportJson(
        report.kind().text(),
        report.title(),
        report.intro(),
        wish.period().from().toString(),
        wish.period().until().toString(),
        report.withheld(),
        report.countedAt(),
        teams,
        report.sections().stream().map(ReportRoutes::json).toList());
  }

  private static SectionJson json(Report.Section section) {
    return new SectionJson(
        section.id(),
        section.title(),
        section.note(),
        section.chart().text(),
        section.rowLabel(),
        section.columns().stream()
            .map(column -> new ColumnJson(column.label(), column.unit().text(), column.drawn()))
            .toList(),
        section.rows().stream()
            .map(row -> new RowJson(row.label(), row.values(), row.rest()))
            .toList());
  }
}
