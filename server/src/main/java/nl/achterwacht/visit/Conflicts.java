package nl.achterwacht.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.people.DutyRegister.TeamDuty;
import org.jspecify.annotations.Nullable;

/** What does not go together in a plan. Pure; it warns, and forbids nothing. */
final class Conflicts {
  private Conflicts() {}

  /** When somebody is away for a visit, and with what. */
  record Slot(
      VisitId visit,
      PersonId worker,
      TeamId team,
      Instant from,
      Instant until,
      Duration travel,
      @Nullable UUID vehicle) {}

  /** Everything that clashes among {@code slots}; a clash of two is told of both. */
  static List<Conflict> of(List<Slot> slots, List<TeamDuty> duties) {
    List<Conflict> found = new ArrayList<>();
    List<Slot> inOrder =
        slots.stream().sorted(Comparator.comparing(Slot::from).thenComparing(Slot::visit)).toList();
    byWorker(inOrder).values().forEach(own -> ofWorker(own, found));
    byVehicle(inOrder).values().forEach(users -> ofVehicle(users, found));
    Map<TeamId, List<TeamDuty>> byTeam = new HashMap<>();
    duties.forEach(d -> byTeam.computeIfAbsent(d.team(), team -> new ArrayList<>()).add(d));
    for (Slot slot : inOrder) {
      if (!isCovered(slot, byTeam.getOrDefault(slot.team(), List.of()))) {
        found.add(new Conflict(slot.visit(), Conflict.Kind.NO_STANDBY, null));
      }
    }
    return found;
  }

  private static void ofWorker(List<Slot> own, List<Conflict> found) {
    for (int i = 0; i < own.size(); i++) {
      Slot one = own.get(i);
      for (int j = i + 1; j < own.size(); j++) {
        Slot next = own.get(j);
        if (next.from().isBefore(one.until())) {
          both(one, next, Conflict.Kind.OVERLAP, found);
        } else if (next.from().isBefore(one.until().plus(longerTravel(one, next)))) {
          both(one, next, Conflict.Kind.TRAVEL, found);
        }
      }
    }
  }

  private static void ofVehicle(List<Slot> users, List<Conflict> found) {
    for (int i = 0; i < users.size(); i++) {
      Slot one = users.get(i);
      for (int j = i + 1; j < users.size(); j++) {
        Slot next = users.get(j);
        // One person with two visits is warned of that already.
        if (!next.worker().equals(one.worker())
            && next.from().minus(next.travel()).isBefore(one.until().plus(one.travel()))) {
          both(one, next, Conflict.Kind.VEHICLE, found);
        }
      }
    }
  }

  /** Whether somebody else of the team is on duty from the start until the worker is back. */
  private static boolean isCovered(Slot slot, List<TeamDuty> duties) {
    Instant until = slot.until().plus(slot.travel());
    Instant covered = slot.from();
    for (TeamDuty duty : duties.stream().sorted(Comparator.comparing(TeamDuty::from)).toList()) {
      if (!duty.person().equals(slot.worker())
          && !duty.from().isAfter(covered)
          && duty.until().isAfter(covered)) {
        covered = duty.until();
      }
    }
    return !covered.isBefore(until);
  }

  /** How far apart two addresses are nobody knows; the longer way to the office is a fair guess. */
  private static Duration longerTravel(Slot one, Slot other) {
    return one.travel().compareTo(other.travel()) > 0 ? one.travel() : other.travel();
  }

  private static void both(Slot one, Slot other, Conflict.Kind kind, List<Conflict> found) {
    found.add(new Conflict(one.visit(), kind, other.visit()));
    found.add(new Conflict(other.visit(), kind, one.visit()));
  }

  private static Map<PersonId, List<Slot>> byWorker(List<Slot> slots) {
    Map<PersonId, List<Slot>> found = new LinkedHashMap<>();
    slots.forEach(s -> found.computeIfAbsent(s.worker(), w -> new ArrayList<>()).add(s));
    return found;
  }

  private static Map<UUID, List<Slot>> byVehicle(List<Slot> slots) {
    Map<UUID, List<Slot>> found = new LinkedHashMap<>();
    for (Slot slot : slots) {
      UUID vehicle = slot.vehicle();
      if (vehicle != null) {
        found.computeIfAbsent(vehicle, v -> new ArrayList<>()).add(slot);
      }
    }
    return found;
  }
}
