package nl.achterwacht.base;

/** A team, named across organisations. */
public record TeamRef(OrganisationId organisation, TeamId team) {}
