package nl.achterwacht.account;

import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;

/** Whose login it is. */
record Login(OrganisationId organisation, LoginId id, PersonId person, String userName) {}
