package nl.achterwacht.preparation;

import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.travel.ReachabilityRegister;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.WatchKeeper;
import nl.achterwacht.watch.WatchRegister;

/**
 * What the keeper works with.
 *
 * @param judging the policy of each organisation
 * @param surroundings what is known without asking
 */
public record PreparationDoors(
    VisitRegister visits,
    WatchKeeper watches,
    WatchRegister watchRegister,
    PeopleRegister people,
    Judging judging,
    Surroundings surroundings,
    ReachabilityRegister reachability) {}
