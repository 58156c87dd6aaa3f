package nl.achterwacht.http.api;

import java.time.InstantSource;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.workplace.AssessmentKeeper;
import nl.achterwacht.workplace.WorkplaceKeeper;

/** The doors behind the routes of lone workplaces. */
public record WorkplaceDoors(
    WorkplaceKeeper workplaces,
    AssessmentKeeper assessments,
    TaskKeeper tasks,
    PlaceRegister places,
    PeopleRegister people,
    Acts acts,
    InstantSource clock) {}
