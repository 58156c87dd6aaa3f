package nl.achterwacht.account;

import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;

/** What a new account needs. */
public record NewAccount(
    OrganisationId organisation, PersonId person, String userName, FirstPassword password) {
  @Override
  public String toString() {
    return "NewAccount[" + person + "]";
  }
}
