package nl.achterwacht.http.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.api.AssessmentRoutes.AssessmentJson;
import nl.achterwacht.http.api.AssessmentView.DecisionJson;
import nl.achterwacht.http.api.AssessmentView.MeasureJson;
import nl.achterwacht.http.api.AssessmentView.RiskJson;
import nl.achterwacht.http.api.AssessmentView.ScoreJson;
import nl.achterwacht.http.api.WorkplaceCards.MeasuredJson;
import nl.achterwacht.http.api.WorkplaceView.WorkplaceJson;
import nl.achterwacht.print.Page;
import nl.achterwacht.print.Table;
import nl.achterwacht.workplace.RiskScore;
import nl.achterwacht.workplace.Workplace;
import org.jspecify.annotations.Nullable;

/** Lone workplaces in the words of who must decide about them, for a page and for a workbook. */
final class WorkplaceInventory {
  private final AssessmentView assessments;
  private final WorkplaceView view;
  private final Map<String, String> words;
  private final DateTimeFormatter day;
  private final LocalDate today;

  WorkplaceInventory(WorkplaceDoors doors, String language, LocalDate today) {
    this.assessments = new AssessmentView(doors);
    this.view = new WorkplaceView(doors);
    this.words = Page.words("workplaces", language);
    this.day = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of(language));
    this.today = today;
  }

  /** A workplace with all that was found about it. */
  record Entry(WorkplaceJson workplace, AssessmentJson found) {
    WorkplaceForm fields() {
      return workplace.fields();
    }
  }

  List<Entry> entries(Tx tx, OrganisationId organisation, List<Workplace> workplaces) {
    List<WorkplaceJson> all = view.all(tx, organisation, workplaces);
    List<AssessmentJson> found = assessments.all(tx, organisation, workplaces);
    List<Entry> entries = new ArrayList<>();
    for (int n = 0; n < all.size(); n++) {
      entries.add(new Entry(all.get(n), found.get(n)));
    }
    return entries;
  }

  Map<String, Object> page(List<Entry> entries, String organisation) {
    Map<String, Object> page = new HashMap<>();
    page.put("title", word("title"));
    page.put("madeBy", organisation);
    page.put("madeOn", day.format(today));
    page.put("count", entries.size());
    page.put("decided", count(entries, one -> one.found().decisions().isEmpty() ? 0 : 1));
    page.put("high", count(entries, one -> isHigh(one) ? 1 : 0));
    page.put("open", count(entries, one -> one.workplace().summary().openMeasures()));
    page.put("overdue", count(entries, one -> one.workplace().summary().overdueMeasures()));
    page.put("gaps", count(entries, one -> gap(one).isEmpty() ? 0 : 1));
    page.put("isEmpty", entries.isEmpty());
    page.put("workplaces", entries.stream().map(this::onPage).toList());
    return page;
  }

  List<Table> tables(List<Entry> entries) {
    return List.of(workplaces(entries), risks(entries), measures(entries));
  }

  private interface Counted {
    int of(Entry entry);
  }

  private static int count(List<Entry> entries, Counted counted) {
    return entries.stream().mapToInt(counted::of).sum();
  }

  private static boolean isHigh(Entry one) {
    @Nullable ScoreJson worst = one.workplace().summary().worst();
    return worst != null && !List.of("accept", "attention").contains(worst.riskClass());
  }

  private Map<String, Object> onPage(Entry one) {
    @Nullable DecisionJson decision = decision(one);
    Map<String, Object> shown = new HashMap<>();
    shown.put("name", one.fields().name());
    shown.put("facts", facts(one));
    shown.put("response", response(one));
    shown.put("gap", gap(one));
    shown.put("isWide", !gap(one).isEmpty());
    shown.put("risks", one.found().risks().stream().map(this::onPage).toList());
    shown.put("noRisks", one.found().risks().isEmpty());
    shown.put("decision", decision == null ? word("undecided") : word("d." + decision.outcome()));
    shown.put("decisionBy", decision == null ? "" : decision.byName() + ", " + text(decision.at()));
    shown.put("reason", decision == null ? "" : decision.reason());
    shown.put("measures", one.found().measures().stream().map(this::onPage).toList());
    shown.put("noMeasures", one.found().measures().isEmpty());
    return shown;
  }

  private List<Map<String, String>> facts(Entry one) {
    WorkplaceForm f = one.fields();
    var facts = new LinkedHashMap<String, @Nullable String>();
    facts.put("kind", word("k." + f.kind()));
    facts.put("where", joined(", ", f.address(), f.spot()));
    facts.put("owner", joined(", ", one.workplace().ownerName(), one.workplace().teamName()));
    facts.put("who", f.who());
    facts.put("when", joined(" · ", f.when(), f.howOften(), f.howLong()));
    facts.put("why", f.why());
    facts.put("sight", f.outOfSight() ? word("yes") : word("no"));
    facts.put(
        "hazards",
        f.hazards().stream().map(hazard -> word("h." + hazard)).collect(Collectors.joining(", ")));
    facts.put("alarm", joined(" · ", f.alarmMeans(), tested(f)));
    facts.put("safeRoom", joined(" · ", f.safeRoom(), f.wayOut()));
    facts.put("helpers", joined(" · ", f.howHelpGetsIn(), f.keyHolder(), f.firstAid()));
    facts.put("transport", f.transport());
    facts.put("excluded", excluded(f));
    facts.put("instructed", f.instructedOn() == null ? null : day.format(f.instructedOn()));
    facts.put("consent", f.consentOn() == null ? null : day.format(f.consentOn()));
    @Nullable TaskJson review = one.workplace().review();
    facts.put("review", review == null || review.dueAt() == null ? null : text(review.dueAt()));
    List<String> told = new ArrayList<>();
    facts.forEach((name, value) -> {
      if (value != null && !value.isBlank()) {
        told.add(word("f." + name));
        told.add(value);
      }
    });
    return sideBySide(told);
  }

  /** Two names with their values a row, as there is room for on a wide page. */
  private static List<Map<String, String>> sideBySide(List<String> told) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int n = 0; n < told.size(); n += 4) {
      boolean isLast = n + 2 == told.size();
      rows.add(
          Map.of(
              "left",
              told.get(n),
              "value",
              told.get(n + 1),
              "right",
              isLast ? "" : told.get(n + 2),
              "other",
              isLast ? "" : told.get(n + 3)));
    }
    return rows;
  }

  private @Nullable String tested(WorkplaceForm f) {
    if (f.alarmTestedOn() == null) {
      return f.alarmMeans() == null ? null : word("untested");
    }
    String result = f.alarmResult() == null ? "" : ": " + word("t." + f.alarmResult());
    return word("testedOn") + " " + day.format(f.alarmTestedOn()) + result;
  }

  private @Nullable String excluded(WorkplaceForm f) {
    return joined(
        " · ",
        f.notForYoung() ? word("notForYoung") : null,
        f.notForNew() ? word("notForNew") : null);
  }

  private String response(Entry one) {
    @Nullable MeasuredJson measured = one.workplace().measured();
    return joined(
        " · ",
        word("stated") + ": " + minutes(one.fields().responseMinutes()),
        word("norm") + ": " + minutes(one.fields().normMinutes()),
        word("measured")
            + ": "
            + (measured == null
                ? word("never")
                : minutes(whole(measured.medianSeconds()))
                    + ", "
                    + word("worst")
                    + " "
                    + minutes(whole(measured.worstSeconds()))
                    + " ("
                    + measured.times()
                    + "×)"));
  }

  /** What is wrong with the response time; empty when nothing is. */
  private String gap(Entry one) {
    @Nullable Integer stated = one.fields().responseMinutes();
    @Nullable Integer norm = one.fields().normMinutes();
    @Nullable MeasuredJson measured = one.workplace().measured();
    int usual = measured == null ? 0 : whole(measured.medianSeconds());
    int worst = measured == null ? 0 : whole(measured.worstSeconds());
    List<String> wrong = new ArrayList<>();
    if (stated != null && worst > stated) {
      wrong.add(word(usual > stated ? "slower" : "sometimes"));
    }
    if (norm != null && (worst > norm || (stated != null && stated > norm))) {
      wrong.add(word("aboveNorm"));
    }
    return String.join(" ", wrong);
  }

  /** In minutes as people say them: part of one counts as a whole one. */
  private static int whole(long seconds) {
    return (int) ((seconds + 59) / 60);
  }

  private static @Nullable Integer measured(Entry one) {
    @Nullable MeasuredJson measured = one.workplace().measured();
    return measured == null ? null : whole(measured.medianSeconds());
  }

  private String minutes(@Nullable Integer minutes) {
    return minutes == null ? word("unknown") : minutes + " " + word("minutes");
  }

  private Map<String, Object> onPage(RiskJson risk) {
    return Map.of(
        "hazard", word("h." + risk.hazard()),
        "scenario", risk.scenario(),
        "before", score(risk.before()),
        "after", risk.after() == null ? word("notYet") : score(risk.after()));
  }

  private String score(ScoreJson score) {
    String parts =
        Stream.of(score.effect(), score.exposure(), score.probability())
            .filter(Objects::nonNull)
            .map(this::said)
            .collect(Collectors.joining(" × "));
    return parts + " = " + said(score.value()) + ": " + word("c." + score.riskClass());
  }

  private String said(BigDecimal number) {
    return RiskScore.plain(number).replace(".", word("decimal"));
  }

  private Map<String, Object> onPage(MeasureJson measure) {
    @Nullable TaskJson task = measure.task();
    Map<String, Object> shown = new HashMap<>();
    shown.put("what", what(measure));
    shown.put("level", word("l." + measure.level()));
    shown.put("who", who(task));
    shown.put("due", task == null || task.dueAt() == null ? "" : text(task.dueAt()));
    shown.put("state", state(task));
    shown.put("isLate", isLate(task));
    shown.put("effect", measure.effect() == null ? "" : measure.effect());
    return shown;
  }

  private String what(MeasureJson measure) {
    @Nullable String name = measure.companionName();
    String along = name == null ? "" : word("along") + " " + name;
    return joined(" · ", measure.what(), measure.companionLeft() ? word("left") : along);
  }

  private static String who(@Nullable TaskJson task) {
    if (task == null) {
      return "";
    }
    String name = task.ownerName() == null ? task.endedByName() : task.ownerName();
    return name == null ? "" : name;
  }

  private String state(@Nullable TaskJson task) {
    if (task == null) {
      return "";
    }
    if (isLate(task)) {
      return word("s.late");
    }
    String when = task.endedAt() == null ? "" : " " + text(task.endedAt());
    return word("s." + task.state()) + when;
  }

  private boolean isLate(@Nullable TaskJson task) {
    return task != null && task.dueAt() != null && date(task.dueAt()).isBefore(today.plusDays(1));
  }

  private static @Nullable DecisionJson decision(Entry one) {
    return one.found().decisions().stream().findFirst().orElse(null);
  }

  private Table workplaces(List<Entry> entries) {
    List<List<?>> rows = new ArrayList<>();
    for (Entry one : entries) {
      WorkplaceForm f = one.fields();
      @Nullable ScoreJson worst = one.workplace().summary().worst();
      @Nullable DecisionJson decision = decision(one);
      @Nullable TaskJson review = one.workplace().review();
      rows.add(
          Arrays.asList(
              f.name(),
              word("k." + f.kind()),
              f.address(),
              f.spot(),
              one.workplace().teamName(),
              one.workplace().ownerName(),
              f.who(),
              joined(" · ", f.when(), f.howOften(), f.howLong()),
              f.responseMinutes(),
              f.normMinutes(),
              measured(one),
              gap(one),
              worst == null ? null : worst.value(),
              worst == null ? null : word("c." + worst.riskClass()),
              decision == null ? word("undecided") : word("d." + decision.outcome()),
              decision == null ? null : decision.reason(),
              one.workplace().summary().openMeasures(),
              one.workplace().summary().overdueMeasures(),
              review == null || review.dueAt() == null ? null : date(review.dueAt())));
    }
    return new Table(word("sheet.workplaces"), columns("workplaces"), rows);
  }

  private Table risks(List<Entry> entries) {
    List<List<?>> rows = new ArrayList<>();
    for (Entry one : entries) {
      for (RiskJson risk : one.found().risks()) {
        List<@Nullable Object> row = new ArrayList<>();
        row.addAll(Arrays.asList(one.fields().name(), word("h." + risk.hazard()), risk.scenario()));
        row.addAll(cells(risk.before()));
        row.addAll(cells(risk.after()));
        row.addAll(Arrays.asList(risk.scoredByName(), risk.scoredWith(), date(risk.scoredAt())));
        rows.add(row);
      }
    }
    return new Table(word("sheet.risks"), columns("risks"), rows);
  }

  private List<@Nullable Object> cells(@Nullable ScoreJson score) {
    return score == null
        ? Arrays.asList(null, null, null, null, null)
        : Arrays.asList(
            score.effect(),
            score.exposure(),
            score.probability(),
            score.value(),
            word("c." + score.riskClass()));
  }

  private Table measures(List<Entry> entries) {
    List<List<?>> rows = new ArrayList<>();
    for (Entry one : entries) {
      for (MeasureJson measure : one.found().measures()) {
        @Nullable TaskJson task = measure.task();
        rows.add(
            Arrays.asList(
                one.fields().name(),
                what(measure),
                word("l." + measure.level()),
                who(task),
                task == null || task.dueAt() == null ? null : date(task.dueAt()),
                state(task),
                measure.costEuros(),
                measure.effect()));
      }
    }
    return new Table(word("sheet.measures"), columns("measures"), rows);
  }

  private List<String> columns(String sheet) {
    return List.of(word("columns." + sheet).split(";"));
  }

  private String text(Instant moment) {
    return day.format(date(moment));
  }

  private static LocalDate date(Instant moment) {
    return LocalDate.ofInstant(moment, WorkplaceSight.AMSTERDAM);
  }

  private static String joined(String between, @Nullable String... parts) {
    return Arrays.stream(parts)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(between));
  }

  private String word(String key) {
    return Objects.requireNonNull(words.get(key), key);
  }
}
