package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.report.Yearly;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The yearly report: asked for, made in the background, fetched later. */
@Controller
@RequestMapping(BASE + "/yearly-reports")
public final class YearlyRoutes {
  private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

  private final ReportDoors doors;

  public YearlyRoutes(ReportDoors doors) {
    this.doors = doors;
  }

  record NewYearlyReport(int year, @Nullable String language) {}

  record YearlyJson(
      UUID id,
      int year,
      String language,
      String askedByName,
      Instant askedAt,
      String state,
      int progress,
      @Nullable Instant endedAt,
      @Nullable Instant erasedAt) {}

  record YearlyListJson(List<YearlyJson> items) {}

  @PostMapping
  Answer ask(Received in) {
    NewYearlyReport asked = in.body(NewYearlyReport.class);
    Caller caller = in.caller();
    if (asked.year() > Year.from(doors.clock().instant().atZone(NETHERLANDS)).getValue()) {
      throw Refusal.invalid("/year", "future", "This year has not begun.");
    }
    String language = asked.language() == null ? caller.language() : asked.language();
    return doors
        .acts()
        .once(
            in,
            (tx, event) ->
                Answer.created(
                    json(
                        doors
                            .yearly()
                            .ask(
                                tx, caller.organisation(), asked.year(), language, caller.person()),
                        Names.of(tx, doors.people(), caller.organisation()))));
  }

  @GetMapping
  Answer list(Received in) {
    Caller caller = in.caller();
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Names names = Names.of(tx, doors.people(), caller.organisation());
              return Answer.ok(
                  new YearlyListJson(
                      doors.yearly().list(tx, caller.organisation()).stream()
                          .map(one -> json(one, names))
                          .toList()));
            });
  }

  @DeleteMapping("/{yearlyReportId}")
  Answer remove(Received in) {
    Caller caller = in.caller();
    UUID id = in.id("yearlyReportId");
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              if (!doors.yearly().remove(tx, caller.organisation(), id)) {
                throw Refusal.notFound("yearly report");
              }
              return Answer.done();
            });
  }

  @GetMapping("/{yearlyReportId}/file")
  Answer file(Received in) {
    Caller caller = in.caller();
    UUID id = in.id("yearlyReportId");
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Yearly yearly =
                  doors
                      .yearly()
                      .find(tx, caller.organisation(), id)
                      .orElseThrow(() -> Refusal.notFound("yearly report"));
              byte[] file =
                  doors
                      .yearly()
                      .file(tx, caller.organisation(), id)
                      .orElseThrow(() -> Refusal.notFound("file of this yearly report"));
              String name = yearly.language().equals("nl") ? "jaarverslag" : "yearly-report";
              return Answer.file(
                  file, "application/pdf", "%s-%d.pdf".formatted(name, yearly.year()));
            });
  }

  private static YearlyJson json(Yearly yearly, Names names) {
    return new YearlyJson(
        yearly.id(),
        yearly.year(),
        yearly.language(),
        names.nameOf(yearly.askedBy()),
        yearly.askedAt(),
        yearly.state().text(),
        yearly.progress(),
        yearly.endedAt(),
        yearly.state().hasEnded() ? yearly.wakeAt() : null);
  }
}
