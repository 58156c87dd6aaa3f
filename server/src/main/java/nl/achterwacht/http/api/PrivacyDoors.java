package nl.achterwacht.http.api;

import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.privacy.Leaving;
import nl.achterwacht.privacy.PersonalFiles;
import nl.achterwacht.privacy.RetentionKeeper;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.workplace.AssessmentKeeper;

/** The doors behind the routes about what is held, and how long. */
public record PrivacyDoors(
    RetentionKeeper retention,
    PersonalFiles files,
    Leaving leaving,
    TaskKeeper tasks,
    AssessmentKeeper assessments,
    PeopleRegister people,
    Acts acts) {}
