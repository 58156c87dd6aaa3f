package nl.achterwacht.http.api;

import java.time.Instant;
import java.util.List;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.policy.Draft;
import nl.achterwacht.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/** Versions and drafts of the policy as the API tells them, with the names of who made them. */
public final class PolicyNames {
  private final PeopleRegister people;

  public PolicyNames(PeopleRegister people) {
    this.people = people;
  }

  record VersionJson(
      int number,
      boolean inForce,
      @Nullable String note,
      @Nullable String putByName,
      @Nullable Instant inForceAt) {}

  record VersionsJson(List<VersionJson> items) {}

  record TablesJson(int number, String dmn) {}

  record DraftJson(
      String dmn,
      int basedOn,
      int revision,
      @Nullable String savedByName,
      @Nullable Instant savedAt) {}

  /** All versions, newest first: that one is in force. */
  VersionsJson versions(Tx tx, OrganisationId organisation, List<PolicyVersion> versions) {
    int inForce = versions.getFirst().number();
    return new VersionsJson(
        versions.stream().map(one -> version(tx, organisation, one, inForce)).toList());
  }

  VersionJson version(Tx tx, OrganisationId organisation, PolicyVersion version, int inForce) {
    return new VersionJson(
        version.number(),
        version.number() == inForce,
        version.note(),
        name(tx, organisation, version.putBy()),
        version.inForceAt());
  }

  DraftJson draft(Tx tx, OrganisationId organisation, Draft draft) {
    return new DraftJson(
        draft.dmn(),
        draft.basedOn(),
        draft.revision(),
        name(tx, organisation, draft.savedBy()),
        draft.savedAt());
  }

  /** Null for the program itself; empty for somebody who has left. */
  private @Nullable String name(Tx tx, OrganisationId organisation, @Nullable PersonId id) {
    if (id == null) {
      return null;
    }
    @Nullable Person person = people.person(tx, organisation, id);
    return person == null ? "" : person.name();
  }
}
