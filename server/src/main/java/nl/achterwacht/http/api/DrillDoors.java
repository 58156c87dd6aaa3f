package nl.achterwacht.http.api;

import java.net.URI;
import java.time.InstantSource;
import nl.achterwacht.alarm.AlarmRegister;
import nl.achterwacht.drill.DrillDates;
import nl.achterwacht.drill.DrillKeeper;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.workplace.WorkplaceKeeper;

/**
 * The doors behind the routes of drills and of what a workplace shows on a phone.
 *
 * @param publicUrl how browsers reach us, for the code to scan
 */
public record DrillDoors(
    DrillKeeper drills,
    DrillDates dates,
    WorkplaceKeeper workplaces,
    WorkplaceCards cards,
    AlarmRegister alarms,
    PeopleRegister people,
    BoardView board,
    Acts acts,
    InstantSource clock,
    URI publicUrl) {}
