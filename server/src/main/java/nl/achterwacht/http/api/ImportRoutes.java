package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.calendar.bulk.ImportRow;
import nl.achterwacht.calendar.bulk.RowFault;
import nl.achterwacht.calendar.bulk.VisitImport;
import nl.achterwacht.calendar.bulk.VisitImports;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.PeopleRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Files with visits, for who plans for others: take in, look at what is in it, confirm. */
@Controller
@RequestMapping(BASE + "/visit-imports")
public final class ImportRoutes {
  private final VisitImports imports;
  private final PeopleRegister people;
  private final Acts acts;

  public ImportRoutes(VisitImports imports, PeopleRegister people, Acts acts) {
    this.imports = imports;
    this.people = people;
    this.acts = acts;
  }

  record FaultJson(
      @Nullable String column, String code, String given, String reason, String remedy) {}

  record ImportJson(
      UUID id,
      String state,
      Instant madeAt,
      UUID madeById,
      int rows,
      int bad,
      int known,
      int planned,
      int waiting,
      @Nullable Instant finishedAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FaultJson fault) {}

  record RowJson(
      int number,
      String state,
      List<FaultJson> faults,
      @Nullable String workerName,
      @Nullable String address,
      @Nullable Instant plannedStartAt,
      @Nullable Instant plannedEndAt,
      @Nullable UUID visitId) {}

  @GetMapping
  Answer all(Received in) {
    Caller caller = in.caller();
    Paging paging = Paging.of(in);
    return acts.forCaller(
        in,
        tx ->
            Answer.ok(
                paging.page(
                    imports
                        .list(tx, caller.organisation(), paging.offset(), paging.limit())
                        .stream()
                        .map(one -> json(one, caller))
                        .toList())));
  }

  @PostMapping
  Answer add(Received in) {
    Caller caller = in.caller();
    return acts.once(
        in,
        (tx, event) ->
            Answer.created(
                json(
                    imports.receive(tx, caller.organisation(), caller.person(), in.rawBody()),
                    caller)));
  }

  @GetMapping("/{importId}")
  Answer one(Received in) {
    return acts.forCaller(in, tx -> Answer.ok(json(asked(tx, in), in.caller())));
  }

  @DeleteMapping("/{importId}")
  Answer discard(Received in) {
    return acts.once(
        in,
        (tx, _) -> {
          VisitImport asked = asked(tx, in);
          if (!imports.discard(tx, asked.organisation(), asked.id())) {
            throw Refusal.conflict("", "carried-out", "This file is being carried out, or was.");
          }
          return Answer.done();
        });
  }

  @GetMapping("/{importId}/rows")
  Answer rows(Received in) {
    Caller caller = in.caller();
    Paging paging = Paging.within(in, "importId");
    String state = in.query("state").orElse(null);
    return acts.forCaller(
        in,
        tx -> {
          Names names = Names.of(tx, people, caller.organisation());
          List<RowJson> rows =
              imports.rows(tx, asked(tx, in), state, paging.offset(), paging.limit()).stream()
                  .map(row -> json(row, names, caller))
                  .toList();
          return Answer.ok(paging.page(rows));
        });
  }

  @PostMapping("/{importId}/confirmations")
  Answer confirm(Received in) {
    return acts.once(
        in,
        (tx, event) -> {
          VisitImport asked = asked(tx, in);
          if (!imports.confirm(tx, asked.organisation(), asked.id())) {
            throw Refusal.conflict(
                "", asked.state(), "Only a checked file can be confirmed, once.");
          }
          return Answer.taken(json(asked(tx, in), in.caller()));
        });
  }

  private VisitImport asked(Tx tx, Received in) {
    return imports
        .find(tx, in.caller().organisation(), in.id("importId"))
        .orElseThrow(() -> Refusal.notFound("import"));
  }

  private static ImportJson json(VisitImport its, Caller reader) {
    String fault = its.fault();
    String detail = its.faultDetail() == null ? "" : its.faultDetail();
    return new ImportJson(
        its.id(),
        its.state(),
        its.madeAt(),
        its.madeBy().value(),
        its.rows(),
        its.bad(),
        its.known(),
        its.planned(),
        its.waiting(),
        its.finishedAt(),
        fault == null ? null : json(null, fault, detail, reader));
  }

  private static RowJson json(ImportRow row, Names names, Caller reader) {
    UUID worker = row.workerId();
    return new RowJson(
        row.number(),
        row.state(),
        row.faults().stream().map(fault -> json(fault, reader)).toList(),
        worker == null ? null : names.nameOf(new PersonId(worker)),
        row.address(),
        row.startAt(),
        row.endAt(),
        row.visitId());
  }

  private static FaultJson json(RowFault fault, Caller reader) {
    return json(fault.column(), fault.code(), fault.given(), reader);
  }

  private static FaultJson json(@Nullable String column, String code, String given, Caller reader) {
    var words = ImportWords.in(reader.language());
    String name = column == null ? "" : column;
    return new FaultJson(
        column, code, given, words.reason(code, name, given), words.remedy(code, name, given));
  }
}
