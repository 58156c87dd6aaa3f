package nl.achterwacht.example;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who lives and works in the example town. All made up: the phone numbers begin with a digit that
 * no subscriber's number begins with, the plates are of a series that is not handed out yet.
 */
final class Cast {
  static final String NOORD = "Wijkteam Noord";
  static final String TOEZICHT = "Toezicht en Handhaving";
  static final String JEUGD = "Jeugd en Gezin";
  static final String WONEN = "Woninginspectie";
  static final List<String> TEAMS = List.of(NOORD, TOEZICHT, JEUGD, WONEN);

  private static final String WORKER = "worker";
  private static final String STANDBY = "standby";
  private static final String SUPERVISOR = "supervisor";

  /** For whoever looks around: nothing in the play ever signs in as one of these. */
  static final Member ANNA =
      of("anna", "Anna de Vries", NOORD, WORKER, car("K-24-TRX", "Kia, wit"));

  static final Member BRAM = of("bram", "Bram Jansen", NOORD, STANDBY, null);
  static final Member CARLA = of("carla", "Carla Smit", NOORD, SUPERVISOR, null);
  static final Member BEHEER = of("beheer", "Beheer Voorbeeldstad", NOORD, "administrator", null);

  /** On duty beside Bram, and played. */
  static final Member MARK = of("mark", "Mark Verhoeven", TOEZICHT, STANDBY, null);

  /** Plans the visits of everybody; played. */
  static final Member INEKE = of("ineke", "Ineke Wiersma", WONEN, "safety-officer", null);

  private static final List<Member> SUPERVISORS =
      List.of(
          CARLA,
          of("ruud", "Ruud Willemsen", TOEZICHT, SUPERVISOR, null),
          of("naima", "Naima Bouali", JEUGD, SUPERVISOR, null),
          of("gerrit", "Gerrit Hoekema", WONEN, SUPERVISOR, null));

  /** The workers whose phones are played. */
  static final List<Member> PLAYED =
      List.of(
          of("fatma", "Fatma Yildiz", NOORD, WORKER, bicycle("Fiets, blauw")),
          of("joost", "Joost van Dalen", NOORD, WORKER, car("N-51-GKS", "Opel Corsa, grijs")),
          of("meiling", "Mei-Ling Chan", NOORD, WORKER, bicycle("Elektrische fiets, zwart")),
          of("sanne", "Sanne Bakkers", NOORD, WORKER, null),
          of("youssef", "Youssef Amrani", NOORD, WORKER, car("R-08-HTZ", "Toyota Aygo, rood")),
          of("kevin", "Kevin Muldering", TOEZICHT, WORKER, car("V-31-GHK", "Dienstbus, wit")),
          of("soraya", "Soraya Ramdin", TOEZICHT, WORKER, car("V-32-GHK", "Dienstbus, wit")),
          of("piotr", "Piotr Kowalczyk", TOEZICHT, WORKER, bicycle("Dienstfiets, geel")),
          of("tess", "Tess Visscher", TOEZICHT, WORKER, bicycle("Dienstfiets, geel")),
          of("emre", "Emre Demirel", TOEZICHT, WORKER, car("V-47-PXN", "Dienstbus, wit")),
          of("lotte", "Lotte Smulders", JEUGD, WORKER, car("T-66-JDB", "Volvo, blauw")),
          of("jaydon", "Jaydon Martis", JEUGD, WORKER, null),
          of("hanneke", "Hanneke Postuma", JEUGD, WORKER, bicycle("Fiets, groen")),
          of("bilal", "Bilal Haddadi", JEUGD, WORKER, car("X-19-LFR", "Seat Ibiza, zwart")),
          of("anouk", "Anouk Peeters", WONEN, WORKER, car("Z-73-NVG", "Dienstauto, wit")),
          of("rachid", "Rachid Idrissi", WONEN, WORKER, car("Z-74-NVG", "Dienstauto, wit")),
          of("willem", "Willem Kuipers", WONEN, WORKER, bicycle("Fiets, zwart")),
          of("chantal", "Chantal Blijd", WONEN, WORKER, car("J-35-SKP", "Fiat Panda, geel")),
          of("kofi", "Kofi Mensah", WONEN, WORKER, null));

  static final Set<String> PLAYED_NAMES = Set.copyOf(PLAYED.stream().map(Member::name).toList());

  private Cast() {}

  /** What somebody travels in. */
  record Ride(String kind, @Nullable String plate, String description) {}

  /** Somebody of the town; {@code userName} is also the first part of the mail address. */
  record Member(String userName, String name, String team, String role, @Nullable Ride ride) {
    boolean isWorker() {
      return role.equals(WORKER);
    }
  }

  static List<Member> everybody() {
    var all = new java.util.ArrayList<>(List.of(ANNA, BRAM, BEHEER, MARK, INEKE));
    all.addAll(SUPERVISORS);
    all.addAll(PLAYED);
    return List.copyOf(all);
  }

  static List<Member> supervisors() {
    return SUPERVISORS;
  }

  private static Member of(
      String userName, String name, String team, String role, @Nullable Ride ride) {
    return new Member(userName, name, team, role, ride);
  }

  private static Ride car(String plate, String description) {
    return new Ride("car", plate, description);
  }

  private static Ride bicycle(String description) {
    return new Ride("bicycle", null, description);
  }
}
