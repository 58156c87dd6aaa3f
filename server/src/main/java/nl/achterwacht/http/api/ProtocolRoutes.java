package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.preparation.Guidance;
import nl.achterwacht.protocol.Protocol;
import nl.achterwacht.protocol.Protocol.Force;
import nl.achterwacht.protocol.Protocol.Standing;
import nl.achterwacht.protocol.ProtocolResult;
import nl.achterwacht.protocol.ProtocolText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The protocol: its versions, the one that is being made, and who has read it. */
@Controller
@RequestMapping(BASE + "/protocol")
public final class ProtocolRoutes {
  private static final Set<String> MAKERS = Set.of("safety-officer", "administrator");

  private final OrganisationDoors doors;

  public ProtocolRoutes(OrganisationDoors doors) {
    this.doors = doors;
  }

  record WordsJson(String nl, @Nullable String en) {}

  record NextJson(int version, LocalDate inForceFrom) {}

  record InForceJson(
      int version,
      @Nullable LocalDate inForceFrom,
      WordsJson words,
      @Nullable Instant readAt,
      @Nullable NextJson next) {}

  record VersionJson(
      int version,
      String standing,
      @Nullable LocalDate inForceFrom,
      @Nullable String note,
      @Nullable String madeByName,
      @Nullable Instant madeAt) {}

  record VersionsJson(List<VersionJson> items) {}

  record VersionWordsJson(VersionJson version, WordsJson words) {}

  record DraftJson(
      int version,
      int revision,
      String standing,
      @Nullable LocalDate inForceFrom,
      @Nullable String madeByName,
      @Nullable Instant madeAt,
      WordsJson words) {}

  record NewDraft(WordsJson words, int revision) {}

  record NewVersion(int revision, LocalDate inForceFrom, String note, int remindAfterDays) {}

  record NewReceipt(int version, @Nullable Made made) {}

  record ReceiptJson(int version, Instant readAt) {}

  record ReaderJson(
      UUID personId,
      String name,
      String teamName,
      @Nullable Instant readAt,
      @Nullable Integer before) {}

  record ReadersJson(int version, List<ReaderJson> items) {}

  @GetMapping
  Answer inForce(Received in) {
    Caller caller = in.caller();
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              OrganisationId organisation = caller.organisation();
              Protocol now = doors.protocol().inForce(tx, organisation);
              Protocol next = doors.protocol().next(tx, organisation).orElse(null);
              Force planned = next == null ? null : next.force();
              return Answer.ok(
                  new InForceJson(
                      now.number(),
                      from(now),
                      json(now.words()),
                      doors
                          .protocol()
                          .readAt(tx, organisation, caller.person(), now.number())
                          .orElse(null),
                      next == null || planned == null
                          ? null
                          : new NextJson(next.number(), planned.from())));
            });
  }

  @GetMapping("/versions")
  Answer versions(Received in) {
    OrganisationId organisation = in.caller().organisation();
    return doors
        .acts()
        .forCaller(
            in,
            tx ->
                Answer.ok(
                    new VersionsJson(
                        doors.protocol().versions(tx, organisation).stream()
                            .map(one -> json(tx, one))
                            .toList())));
  }

  @GetMapping("/versions/{versionNumber}")
  Answer version(Received in) {
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Protocol one = asked(tx, in);
              return Answer.ok(new VersionWordsJson(json(tx, one), json(one.words())));
            });
  }

  @GetMapping("/versions/{versionNumber}/pdf")
  Answer print(Received in) {
    return doors
        .acts()
        .atLeisure(
            in,
            tx -> {
              Protocol one = asked(tx, in);
              Standing standing = standing(tx, one);
              boolean isNext = standing == Standing.DRAFT || standing == Standing.PLANNED;
              if (isNext && !in.caller().isOneOf(MAKERS)) {
                throw Refusal.notFound("version");
              }
              return pdf(tx, in, one, standing);
            });
  }

  @PostMapping("/versions")
  Answer putIntoForce(Received in) {
    NewVersion asked = in.body(NewVersion.class);
    Caller caller = in.caller();
    String note = asked.note().strip();
    if (note.isEmpty()) {
      throw Refusal.invalid("/note", "blank", "Say what changed and why.");
    }
    var force = new Force(asked.inForceFrom(), note, asked.remindAfterDays());
    return doors
        .acts()
        .once(
            in,
            (tx, event) ->
                Answer.created(
                    json(
                        tx,
                        done(
                            doors
                                .protocol()
                                .putIntoForce(
                                    tx,
                                    caller.organisation(),
                                    asked.revision(),
                                    force,
                                    caller.person())))));
  }

  @GetMapping("/draft")
  Answer draft(Received in) {
    return doors.acts().forCaller(in, tx -> Answer.ok(draft(tx, in.caller())));
  }

  @PutMapping("/draft")
  Answer save(Received in) {
    NewDraft asked = in.body(NewDraft.class);
    Caller caller = in.caller();
    String nl = asked.words().nl().strip();
    if (nl.isEmpty()) {
      throw Refusal.invalid("/words/nl", "blank", "A protocol says something.");
    }
    @Nullable String en = asked.words().en();
    var words = new Protocol.Words(nl, en == null || en.isBlank() ? null : en.strip());
    return doors
        .acts()
        .once(
            in,
            (tx, _) -> {
              done(
                  doors
                      .protocol()
                      .save(tx, caller.organisation(), words, asked.revision(), caller.person()));
              return Answer.ok(draft(tx, caller));
            });
  }

  @DeleteMapping("/draft")
  Answer discard(Received in) {
    return doors
        .acts()
        .once(
            in,
            (tx, _) -> {
              doors.protocol().discard(tx, in.caller().organisation());
              return Answer.done();
            });
  }

  @PostMapping("/take-backs")
  Answer takeBack(Received in) {
    Caller caller = in.caller();
    return doors
        .acts()
        .once(
            in,
            (tx, _) -> {
              done(doors.protocol().takeBack(tx, caller.organisation(), caller.person()));
              return Answer.ok(draft(tx, caller));
            });
  }

  @PostMapping("/receipts")
  Answer read(Received in) {
    NewReceipt asked = in.body(NewReceipt.class);
    Caller caller = in.caller();
    Instant at = Made.of(asked.made()).at(doors.clock().instant());
    return doors
        .acts()
        .once(
            in,
            (tx, event) ->
                doors
                    .protocol()
                    .read(tx, caller.organisation(), caller.person(), asked.version(), at)
                    .map(readAt -> Answer.created(new ReceiptJson(asked.version(), readAt)))
                    .orElseThrow(
                        () -> Refusal.invalid("/version", "unknown", "There is no such version.")));
  }

  @GetMapping("/readers")
  Answer readers(Received in) {
    OrganisationId organisation = in.caller().organisation();
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Names names = Names.of(tx, doors.people(), organisation);
              var team = TeamScope.asked(tx, doors.people(), in);
              return Answer.ok(
                  new ReadersJson(
                      doors.protocol().inForce(tx, organisation).number(),
                      doors.protocol().readers(tx, organisation, team).stream()
                          .map(one ->
                              new ReaderJson(
                                  one.person().id().value(),
                                  one.person().name(),
                                  names.teamName(one.person().team()),
                                  one.readAt(),
                                  one.before()))
                          .toList()));
            });
  }

  private Answer pdf(Tx tx, Received in, Protocol one, Standing standing) {
    String language = Prints.language(in);
    Map<String, ProtocolText.Card> cards = new HashMap<>();
    for (Guidance.Card card :
        doors.guidance().inForce(tx, in.caller().organisation()).guidance().cards()) {
      cards.put(
          card.code(),
          language.equals("en")
              ? new ProtocolText.Card(card.title().en(), card.text().en())
              : new ProtocolText.Card(card.title().nl(), card.text().nl()));
    }
    Map<String, Object> data = new HashMap<>();
    String words = one.words().in(language);
    data.put("title", ProtocolText.title(words));
    data.put("body", ProtocolText.html(words, cards));
    data.put("number", one.number() == 0 ? false : one.number());
    LocalDate from = from(one);
    data.put("from", from == null ? false : Prints.day(from, language));
    data.put("isDraft", standing == Standing.DRAFT || standing == Standing.PLANNED);
    data.put("isSuperseded", standing == Standing.SUPERSEDED);
    return Prints.pdf(tx, doors.people(), in, "protocol", "protocol-" + one.number(), data);
  }

  private Protocol asked(Tx tx, Received in) {
    int number;
    try {
      number = Integer.parseInt(String.valueOf(in.path().get("versionNumber")));
    } catch (NumberFormatException e) {
      throw Refusal.notFound("version");
    }
    return doors
        .protocol()
        .find(tx, in.caller().organisation(), number)
        .orElseThrow(() -> Refusal.notFound("version"));
  }

  private static Protocol done(ProtocolResult result) {
    return switch (result) {
      case ProtocolResult.Done(Protocol protocol) -> protocol;
      case ProtocolResult.Refused(ProtocolResult.Reason reason) ->
          throw switch (reason) {
            case STALE ->
                Refusal.conflict(
                    "/revision", "draft-changed", "Somebody else changed the draft meanwhile.");
            case PLANNED -> Refusal.conflict("", "planned", "The next version waits for its day.");
            case NOTHING -> Refusal.conflict("", "nothing", "There is nothing to do that with.");
            case PAST -> Refusal.invalid("/inForceFrom", "past", "This day is over.");
          };
    };
  }

  private DraftJson draft(Tx tx, Caller caller) {
    OrganisationId organisation = caller.organisation();
    Protocol now = doors.protocol().inForce(tx, organisation);
    Protocol next = doors.protocol().next(tx, organisation).orElse(null);
    if (next == null) {
      return new DraftJson(now.number() + 1, 0, "none", null, null, null, json(now.words()));
    }
    VersionJson version = json(tx, next);
    return new DraftJson(
        next.number(),
        next.revision(),
        version.standing(),
        version.inForceFrom(),
        version.madeByName(),
        version.madeAt(),
        json(next.words()));
  }

  private Standing standing(Tx tx, Protocol one) {
    return one.standing(
        doors.protocol().inForce(tx, one.organisation()).number(), doors.protocol().today());
  }

  private VersionJson json(Tx tx, Protocol one) {
    Names names = Names.of(tx, doors.people(), one.organisation());
    Force force = one.force();
    return new VersionJson(
        one.number(),
        standing(tx, one).text(),
        from(one),
        force == null ? null : force.note(),
        one.madeBy() == null ? null : names.nameOf(one.madeBy()),
        one.madeAt());
  }

  private static @Nullable LocalDate from(Protocol one) {
    Force force = one.force();
    return force == null ? null : force.from();
  }

  private static WordsJson json(Protocol.Words words) {
    return new WordsJson(words.nl(), words.en());
  }
}
