package nl.achterwacht.account;

import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;

/** What a new account needs; the password is the person's first one. */
public record NewAccount(
    OrganisationId organisation, PersonId person, String userName, String password) {
  @Override
  public String toString() {
    return "NewAccount[" + person + "]";
  }
}
