package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.travel.PackingCheck;
import nl.achterwacht.travel.PackingCheckRegister;
import nl.achterwacht.travel.PackingItem;
import nl.achterwacht.travel.PackingRegister;
import nl.achterwacht.travel.ZonedInterval;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Before leaving: what goes along, what stays at home, and whether the phone is fit to go. */
@Controller
@RequestMapping(BASE)
public final class PackingRoutes {
  private final Acts acts;
  private final InstantSource clock;
  private final PackingRegister packing = new PackingRegister();
  private final PackingCheckRegister checks = new PackingCheckRegister();

  public PackingRoutes(Acts acts, InstantSource clock) {
    this.acts = acts;
    this.clock = clock;
  }

  record ItemJson(String id, boolean along, String textNl, String textEn) {
    static ItemJson of(PackingItem item) {
      return new ItemJson(item.id(), item.along(), item.textNl(), item.textEn());
    }

    PackingItem item() {
      return new PackingItem(id, along, textNl.strip(), textEn.strip());
    }
  }

  record ListJson(List<ItemJson> items) {}

  record NewCheck(
      List<String> tickedIds,
      @Nullable Integer batteryPercent,
      @Nullable Boolean batteryEnough,
      boolean numbersKnown,
      boolean noticesOn) {}

  record ThingJson(String id, boolean along, String text, boolean ticked) {}

  record CheckJson(
      List<ThingJson> things,
      boolean packed,
      boolean charged,
      boolean numbersKnown,
      boolean noticesOn,
      @Nullable Instant checkedAt) {}

  @GetMapping("/packing-list")
  Answer list(Received in) {
    return acts.forCaller(in, tx -> Answer.ok(shown(tx, in)));
  }

  @PutMapping("/packing-list")
  Answer setList(Received in) {
    List<PackingItem> asked = in.body(ListJson.class).items().stream().map(ItemJson::item).toList();
    if (!PackingRegister.namesEachOnce(asked)) {
      throw Refusal.invalid("/items", "twice", "Each thing once.");
    }
    if (asked.stream().anyMatch(item -> item.textNl().isEmpty() || item.textEn().isEmpty())) {
      throw Refusal.invalid("/items", "blank", "Each thing has a name in both languages.");
    }
    return acts.once(
        in,
        (tx, _) -> {
          packing.replace(tx, in.caller().organisation(), asked);
          return Answer.ok(shown(tx, in));
        });
  }

  @GetMapping("/me/packing-check")
  Answer today(Received in) {
    return acts.forCaller(in, tx -> Answer.ok(today(tx, in)));
  }

  @PutMapping("/me/packing-check")
  Answer check(Received in) {
    NewCheck asked = in.body(NewCheck.class);
    return acts.once(
        in,
        (tx, _) -> {
          var check =
              new PackingCheck(
                  Set.copyOf(asked.tickedIds()),
                  asked.batteryPercent(),
                  asked.batteryEnough(),
                  asked.numbersKnown(),
                  asked.noticesOn(),
                  clock.instant());
          checks.save(tx, me(in), check);
          return Answer.ok(today(tx, in));
        });
  }

  private ListJson shown(Tx tx, Received in) {
    return new ListJson(
        packing.list(tx, in.caller().organisation()).stream().map(ItemJson::of).toList());
  }

  private CheckJson today(Tx tx, Received in) {
    List<PackingItem> list = packing.list(tx, in.caller().organisation());
    Optional<PackingCheck> check = checks.of(tx, me(in), ZonedInterval.dutchDay(clock.instant()));
    Set<String> ticked = check.map(PackingCheck::ticked).orElse(Set.of());
    return new CheckJson(
        list.stream()
            .map(item ->
                new ThingJson(
                    item.id(),
                    item.along(),
                    item.text(in.caller().language()),
                    ticked.contains(item.id())))
            .toList(),
        check.map(made -> made.isPacked(list)).orElse(false),
        check.map(PackingCheck::isCharged).orElse(false),
        check.map(PackingCheck::numbersKnown).orElse(false),
        check.map(PackingCheck::noticesOn).orElse(false),
        check.map(PackingCheck::checkedAt).orElse(null));
  }

  private static PersonRef me(Received in) {
    return new PersonRef(in.caller().organisation(), in.caller().person());
  }
}
