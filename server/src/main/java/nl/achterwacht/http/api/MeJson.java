package nl.achterwacht.http.api;

import java.util.List;
import java.util.UUID;
import nl.achterwacht.people.Person;
import org.jspecify.annotations.Nullable;

/** Somebody's own facts, as the contract's {@code Me}. */
record MeJson(
    UUID id,
    String name,
    UUID organisationId,
    String organisationName,
    boolean exampleTown,
    UUID teamId,
    String teamName,
    List<String> roles,
    String language,
    boolean codesSet,
    List<Contactable> standbys,
    List<EmergencyNumber> emergencyNumbers,
    NumbersJson teamNumbers,
    List<VehicleJson> vehicles,
    int contactsToVerify) {

  /** Somebody to call. */
  record Contactable(UUID personId, String name, @Nullable String phone) {
    static Contactable of(Person person) {
      return new Contactable(person.id().value(), person.name(), person.phone());
    }
  }

  record EmergencyNumber(String label, String phone) {}
}
