package nl.achterwacht.http.api;

import java.time.InstantSource;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.incident.AftercareKeeper;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.signal.SignalKeeper;
import nl.achterwacht.task.TaskKeeper;

/**
 * The doors behind the routes of tasks and early signals; {@code aftercare} for the steps of
 * incidents.
 */
public record TaskDoors(
    TaskKeeper tasks,
    SignalKeeper signals,
    AftercareKeeper aftercare,
    PlaceRegister places,
    PeopleRegister people,
    Acts acts,
    InstantSource clock) {}
