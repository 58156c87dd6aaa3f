package nl.achterwacht.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.achterwacht.notify.NoticeKind;
import nl.achterwacht.watch.Code;
import nl.achterwacht.watch.Leg;
import nl.achterwacht.watch.Shape;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.watch.WatchState.How;

/** What Anna does today, drawn beforehand; her phone decides what arrives of it. */
final class Anna {
  private final Town town;
  private final Phone phone;
  private final Draw draw;
  private final Instant start;
  private final Instant end;

  Anna(Town town, Phone phone, Instant day) {
    this.town = town;
    this.phone = phone;
    this.draw = town.draw();
    this.start = day.plusSeconds(draw.between(5, 200, "start"));
    this.end = start.plusSeconds(draw.between(180, 600, "length"));
  }

  Instant start() {
    return start;
  }

  Instant end() {
    return end;
  }

  void planDay() {
    at(
        start,
        "start",
        () -> phone.press("start", made -> new WatchEvent.Started(made, Leg.OUT, end)));
    signs();
    double theme = draw.of("theme");
    if (theme < 0.10) {
      sometime("dies", phone::dies);
      return;
    }
    if (theme < 0.22) {
      sometime("panic", () -> phone.press("panic", made -> new WatchEvent.HelpAsked(made, false)));
    } else if (theme < 0.30) {
      sometime(
          "silent panic",
          () -> phone.press("silent panic", m -> new WatchEvent.HelpAsked(m, true)));
    } else if (theme < 0.38) {
      sometime("departure", () -> phone.press("departure", WatchEvent.Departed::new));
    } else if (theme < 0.42) {
      sometime("device", () -> phone.press("device", WatchEvent.DeviceAlarmed::new));
    } else if (theme < 0.48) {
      // Pressed without coverage, received when the watch was over for long.
      at(end.plusSeconds(300), "late panic", () -> latePanic());
    }
    codes();
    if (theme < 0.75 || draw.chance(0.5, "remembers the end")) {
      ending(
          theme > 0.48 && theme < 0.62
              ? Code.DURESS
              : town.plan().highRisk() ? Code.SAFE : Code.NONE);
    }
  }

  /** Something sounds on her phone, if she hears it. */
  void hears(NoticeKind kind, String name) {
    if (phone.isDead() || town.isHealed()) {
      return;
    }
    if (kind.text().startsWith("worker-sign-due") && draw.chance(0.4, "answers", name)) {
      phone.press("sign", WatchEvent.SignOfLife::new);
    } else if (kind == NoticeKind.HELP_COMES && draw.chance(0.3, "is safe", name)) {
      // Somebody took the alarm already: now only they close it.
      phone.later(draw.between(3, 90, "safe after", name), "late code", () -> code(Code.SAFE));
    }
  }

  private void latePanic() {
    Instant longAgo = start.plusSeconds(20);
    boolean silent = draw.chance(0.3, "late panic is silent");
    phone.press("late panic", _ -> new WatchEvent.HelpAsked(longAgo, silent));
  }

  private void signs() {
    if (town.plan().shape() == Shape.SHIFT) {
      Instant next = start;
      for (int i = 0; next.isBefore(end); i++) {
        next =
            next.plusSeconds(
                (long) (town.plan().signEvery().toSeconds() * (0.5 + 0.55 * draw.of("sign", i))));
        at(next, "sign " + i, () -> phone.press("sign", WatchEvent.SignOfLife::new));
      }
    }
    if (draw.chance(0.6, "halfway sign")) {
      Duration half = Duration.between(start, end).dividedBy(2);
      at(start.plus(half), "halfway", () -> phone.press("sign", WatchEvent.SignOfLife::new));
    }
    if (draw.chance(0.3, "sign near the end")) {
      at(
          end.minusSeconds(10),
          "sign at end",
          () -> phone.press("sign", WatchEvent.SignOfLife::new));
    }
    if (draw.chance(0.3, "extends")) {
      at(
          end.minusSeconds(draw.between(-40, 120, "extends at")),
          "extend",
          () ->
              phone.press(
                  "extend", made -> new WatchEvent.Extended(made, town.plan().extension())));
    }
    if (draw.chance(0.4, "arrives")) {
      Optional<Instant> until =
          draw.chance(0.4, "until") ? Optional.of(end.plusSeconds(60)) : Optional.empty();
      at(
          start.plusSeconds(40),
          "arrive",
          () -> phone.press("arrive", made -> new WatchEvent.LegReached(made, Leg.ON_SITE, until)));
    }
  }

  private void codes() {
    for (int i = 0; i < 2; i++) {
      if (draw.chance(0.25, "code", i)) {
        Code code = draw.chance(0.2, "wrong", i) ? Code.WRONG : Code.SAFE;
        at(end.plusSeconds(draw.between(-60, 400, "code at", i)), "code " + i, () -> code(code));
      }
    }
    if (draw.chance(0.15, "mistypes")) {
      int last = draw.between(1, 5, "mistyped codes");
      Instant first = end.plusSeconds(draw.between(-60, 400, "mistypes at"));
      for (int i = 0; i <= last; i++) {
        Code code = i < last ? Code.WRONG : Code.SAFE;
        at(first.plusSeconds(8L * i), "mistyped " + i, () -> code(code));
      }
    }
  }

  private void code(Code code) {
    phone.press(
        "code " + code, made -> new WatchEvent.CodeGiven(made, town.person("Anna"), code, true));
  }

  private void ending(Code code) {
    Instant leaves = end.plusSeconds(draw.between(-60, 60, "leaves"));
    if (town.plan().shape() == Shape.VISIT && draw.chance(0.8, "ends on site")) {
      at(leaves, "end on site", () -> end("end on site", true, code));
    }
    Instant home = leaves.plusSeconds(draw.between(20, 200, "home"));
    at(home, "end", () -> end("end", false, code));
    if (draw.chance(0.3, "ends again")) {
      at(home.plusSeconds(60), "end again", () -> end("end again", false, Code.SAFE));
    }
  }

  private void end(String what, boolean onSite, Code code) {
    phone.press(
        what,
        made -> new WatchEvent.Ended(made, town.person("Anna"), How.FINISHED, onSite, code, true));
  }

  private void sometime(String what, Runnable act) {
    long length = Duration.between(start, end).toSeconds();
    at(start.plusSeconds(draw.between(-20, (int) length + 90, what, "at")), what, act);
  }

  private void at(Instant moment, String what, Runnable act) {
    town.agenda().add(moment, "anna " + what, act);
  }
}
