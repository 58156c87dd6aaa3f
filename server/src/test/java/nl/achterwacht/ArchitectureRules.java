package nl.achterwacht;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** The rules of structure, apart from what they are held against. */
final class ArchitectureRules {
  private static final Set<String> ALL_MAY_USE = Set.of("base", "journal");

  /** Which modules each module may use. One that is missing here breaks the build on purpose. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("base", Set.of()),
          Map.entry("journal", Set.of("base")),
          Map.entry("postgres", Set.of("base")),
          Map.entry("print", Set.of("base")),
          Map.entry("people", ALL_MAY_USE),
          Map.entry("account", Set.of("base", "journal", "people")),
          Map.entry("notify", Set.of("base", "journal", "people")),
          Map.entry("alarm", Set.of("base", "journal", "people", "notify")),
          Map.entry("watch", Set.of("base", "journal", "people", "notify", "alarm")),
          Map.entry("policy", Set.of("base", "journal", "people")),
          Map.entry("place", Set.of("base", "journal", "people")),
          Map.entry("task", Set.of("base", "journal", "people", "notify")),
          Map.entry(
              "drill", Set.of("base", "journal", "people", "notify", "alarm", "task", "workplace")),
          Map.entry("device", Set.of("base", "journal", "people", "notify", "task")),
          // The only one that reads tables of others, over their views. What the class of a risk
          // is,
          // only workplaces know.
          Map.entry("report", Set.of("base", "journal", "people", "notify", "print", "workplace")),
          Map.entry("signal", Set.of("base", "journal", "people", "notify", "place", "task")),
          Map.entry("attachment", Set.of("base", "journal")),
          // It reads and erases by the tables themselves, so that none needs to know it.
          Map.entry("privacy", Set.of("base", "journal", "print")),
          Map.entry("workplace", Set.of("base", "journal", "people", "notify", "place", "task")),
          // Travel knows which days are working days.
          Map.entry(
              "incident", Set.of("base", "journal", "people", "place", "task", "travel", "print")),
          Map.entry("protocol", Set.of("base", "journal", "people", "notify")),
          Map.entry("agreement", Set.of("base", "journal", "people", "notify", "task")),
          Map.entry("meeting", Set.of("base", "journal", "people", "notify", "task", "agreement")),
          // A reachability agreement is a watch; a register elsewhere is read through the one door
          // out.
          Map.entry("travel", Set.of("base", "journal", "people", "notify", "alarm", "watch")),
          Map.entry("visit", Set.of("base", "journal", "people", "notify", "alarm", "watch")),
          Map.entry(
              "preparation",
              Set.of(
                  "base", "journal", "people", "notify", "alarm", "watch", "visit", "policy",
                  "place", "travel")),
          Map.entry(
              "calendar", Set.of("base", "journal", "people", "notify", "alarm", "watch", "visit")),
          Map.entry(
              "http",
              Set.of(
                  "base",
                  "journal",
                  "people",
                  "account",
                  "notify",
                  "alarm",
                  "watch",
                  "visit",
                  "policy",
                  "place",
                  "travel",
                  "preparation",
                  "calendar",
                  "task",
                  "signal",
                  "report",
                  "workplace",
                  "privacy",
                  "attachment",
                  "device",
                  "incident",
                  "drill",
                  "protocol",
                  "agreement",
                  "meeting",
                  "print")),
          // Set up through doors; everything that happens in it goes over the public API.
          Map.entry("example", Set.of("base", "people", "account")));

  private ArchitectureRules() {}

  /** A module uses those below it, never the reverse; {@code app} alone uses everything. */
  static ArchRule direction(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(onlyUseLowerModules(root))
        .because("a lower module that calls a higher one can no longer be read by itself");
  }

  static final ArchRule TIME_AND_CHANCE_COME_FROM_OUTSIDE =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("nl.achterwacht.base.Ids")
          .should()
          .accessTargetWhere(isBannedCall())
          .because("time comes from the clock port, and what is drawn must be drawn again by seed");

  static final ArchRule NAMES_SAY_SOMETHING =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Helper|Helpers|Util|Utils|Dto|DTO)")
          .because("such a name says nothing about what the type is");

  static final ArchRule NO_MOCKS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.mockito..")
          .because("fakes are ours, and pass the same contract test as the real thing");

  private static ArchCondition<JavaClass> onlyUseLowerModules(String root) {
    return new ArchCondition<>("use only modules below their own") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        String module = moduleOf(from, root);
        if (module.isEmpty() || module.equals("app")) {
          return;
        }
        if (!MAY_USE.containsKey(module)) {
          events.add(SimpleConditionEvent.violated(from, "unknown module " + module));
          return;
        }
        for (Dependency use : from.getDirectDependenciesFromSelf()) {
          String used = moduleOf(use.getTargetClass(), root);
          if (!used.isEmpty() && !used.equals(module) && !MAY_USE.get(module).contains(used)) {
            events.add(SimpleConditionEvent.violated(from, use.getDescription()));
          }
        }
      }
    };
  }

  /** The package right under {@code root}; empty for what lies elsewhere. */
  private static String moduleOf(JavaClass type, String root) {
    String name = type.getPackageName();
    if (!name.startsWith(root + ".")) {
      return "";
    }
    String rest = name.substring(root.length() + 1);
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  private static DescribedPredicate<JavaAccess<?>> isBannedCall() {
    return DescribedPredicate.describe(
        "reads the machine's clock, sleeps, or draws without a seed",
        access ->
            isBanned(
                access.getTargetOwner().getName(),
                access.getTarget().getName(),
                access.getTarget().getFullName().endsWith("()")));
  }

  private static boolean isBanned(String owner, String name, boolean withoutArguments) {
    return switch (owner) {
      case "java.util.Date", "java.util.Random" -> name.equals("<init>") && withoutArguments;
      case "java.lang.System" -> name.equals("currentTimeMillis");
      case "java.lang.Math" -> name.equals("random");
      case "java.lang.Thread", "java.util.concurrent.TimeUnit" -> name.equals("sleep");
      case "java.util.concurrent.ThreadLocalRandom" -> name.equals("current");
      case "java.time.Clock", "java.time.InstantSource" -> name.startsWith("system");
      default -> owner.startsWith("java.time.") && name.equals("now");
    };
  }
}
