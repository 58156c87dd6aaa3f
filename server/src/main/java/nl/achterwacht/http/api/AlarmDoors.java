package nl.achterwacht.http.api;

import java.time.InstantSource;
import nl.achterwacht.alarm.AlarmKeeper;
import nl.achterwacht.alarm.AlarmRegister;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.people.PeopleRegister;

/** The doors behind the routes of an alarm. */
public record AlarmDoors(
    AlarmKeeper keeper,
    AlarmRegister register,
    PeopleRegister people,
    Journal journal,
    BoardView board,
    OwnSilence silence,
    Acts acts,
    InstantSource clock) {}
