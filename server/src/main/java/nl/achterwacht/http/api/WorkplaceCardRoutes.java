package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.print.Page;
import nl.achterwacht.print.PhoneNumbers;
import nl.achterwacht.print.ScanCode;
import nl.achterwacht.workplace.Facts;
import nl.achterwacht.workplace.Workplace;
import nl.achterwacht.workplace.WorkplaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a workplace shows on a phone, and the sheet on its wall with the code that leads there. */
@Controller
@RequestMapping(BASE + "/workplaces/{workplaceId}")
public final class WorkplaceCardRoutes {
  private static final int CODE_PIXELS = 480;

  private final DrillDoors doors;

  public WorkplaceCardRoutes(DrillDoors doors) {
    this.doors = doors;
  }

  @GetMapping("/card")
  Answer card(Received in) {
    return doors.acts().forCaller(in, tx -> Answer.ok(doors.cards().of(tx, found(tx, in), false)));
  }

  @GetMapping("/sheet")
  Answer sheet(Received in) {
    String language = Prints.language(in);
    return doors
        .acts()
        .atLeisure(
            in,
            tx -> {
              Workplace workplace = found(tx, in);
              byte[] pdf = Page.pdf("workplace-sheet", language, data(tx, in, workplace));
              return Answer.file(pdf, "application/pdf", name(workplace) + ".pdf");
            });
  }

  /** The code holds where to go and nothing else: whoever scans it must still sign in. */
  private Map<String, Object> data(Tx tx, Received in, Workplace workplace) {
    Caller caller = in.caller();
    String address = doors.publicUrl() + "/worker/#/workplace?" + workplace.id();
    @Nullable Organisation organisation = doors.people().organisation(tx, caller.organisation());
    Facts facts = workplace.details().facts();
    var data = new HashMap<String, Object>();
    data.put("title", workplace.details().name());
    data.put("madeBy", organisation == null ? "" : organisation.name());
    data.put("code", ScanCode.dataUri(address, CODE_PIXELS));
    data.put("link", address);
    data.put("madeOn", Prints.shortDay(doors.clock().instant(), Prints.language(in)));
    put(data, "address", doors.cards().address(tx, workplace));
    put(data, "spot", workplace.details().spot());
    put(data, "safeRoom", facts.safeRoom());
    put(data, "wayOut", facts.wayOut());
    put(data, "firstAid", facts.firstAid());
    put(data, "alarmMeans", facts.alarmMeans());
    data.put(
        "hasHere",
        Stream.of("safeRoom", "wayOut", "firstAid", "alarmMeans")
            .anyMatch(name -> data.get(name) instanceof String));
    @Nullable String number = organisation == null ? null : organisation.callInstead();
    put(data, "callInstead", number == null ? null : PhoneNumbers.readable(number));
    return data;
  }

  /** Mustache leaves a part out for what is false. */
  private static void put(Map<String, Object> data, String name, @Nullable String value) {
    data.put(name, value == null || value.isBlank() ? false : value);
  }

  private static String name(Workplace workplace) {
    return workplace.details().name().replaceAll("[^\\p{L}\\p{N} -]", "").strip();
  }

  private Workplace found(Tx tx, Received in) {
    return doors
        .workplaces()
        .find(tx, in.caller().organisation(), new WorkplaceId(in.id("workplaceId")))
        .filter(Workplace::isActive)
        .orElseThrow(() -> Refusal.notFound("workplace"));
  }
}
