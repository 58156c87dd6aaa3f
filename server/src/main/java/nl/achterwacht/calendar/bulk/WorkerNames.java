package nl.achterwacht.calendar.bulk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.Person;

/** The people of an organisation by what a file may call them: user name, e-mail address, name. */
public final class WorkerNames {
  private final Map<String, Set<PersonId>> byName = new HashMap<>();
  private final Set<PersonId> workers = new HashSet<>();

  /** Names that people have elsewhere: user names, addresses. */
  public interface OtherNames {
    Map<PersonId, List<String>> of(Tx tx, OrganisationId organisation);
  }

  WorkerNames(List<Person> people, List<Map<PersonId, List<String>>> others) {
    for (Person person : people) {
      add(person.name(), person.id());
      for (Map<PersonId, List<String>> names : others) {
        names.getOrDefault(person.id(), List.of()).forEach(name -> add(name, person.id()));
      }
      if (person.roles().contains("worker")) {
        workers.add(person.id());
      }
    }
  }

  /** Everybody who is called so; several is an answer too. */
  Set<PersonId> called(String name) {
    return byName.getOrDefault(plain(name), Set.of());
  }

  boolean isWorker(PersonId person) {
    return workers.contains(person);
  }

  private void add(String name, PersonId person) {
    byName.computeIfAbsent(plain(name), n -> new HashSet<>()).add(person);
  }

  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
