package nl.achterwacht.http.api;

import java.time.InstantSource;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.signal.SignalKeeper;
import nl.achterwacht.task.TaskKeeper;

/** The doors behind the routes of tasks and early signals. */
public record TaskDoors(
    TaskKeeper tasks,
    SignalKeeper signals,
    PlaceRegister places,
    PeopleRegister people,
    Acts acts,
    InstantSource clock) {}
