package nl.achterwacht.http.api;

import java.time.InstantSource;
import nl.achterwacht.attachment.AttachmentKeeper;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.incident.AftercareKeeper;
import nl.achterwacht.incident.IncidentJournal;
import nl.achterwacht.incident.IncidentKeeper;
import nl.achterwacht.incident.LetterKeeper;
import nl.achterwacht.incident.LetterTemplates;
import nl.achterwacht.incident.MeasureKeeper;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.signal.SignalKeeper;
import nl.achterwacht.task.TaskKeeper;

/** The doors behind the routes of incidents. */
public record IncidentDoors(
    IncidentKeeper incidents,
    AftercareKeeper aftercare,
    MeasureKeeper measures,
    LetterKeeper letters,
    LetterTemplates templates,
    AttachmentKeeper attachments,
    IncidentJournal journal,
    IncidentFacts facts,
    TaskKeeper tasks,
    SignalKeeper signals,
    PlaceRegister places,
    PeopleRegister people,
    Acts acts,
    InstantSource clock) {}
