package nl.achterwacht.base;

/** A person, named across organisations. */
public record PersonRef(OrganisationId organisation, PersonId person) {}
