package nl.achterwacht.watch;

import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;

/** A watch to be made; its id may have been chosen by a phone without coverage. */
public record NewWatch(
    OrganisationId organisation,
    WatchId id,
    PersonId worker,
    TeamId team,
    WatchPlan plan,
    TripFacts trip,
    Leg leg) {}
