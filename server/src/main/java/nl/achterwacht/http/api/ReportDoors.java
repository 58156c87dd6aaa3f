package nl.achterwacht.http.api;

import java.time.InstantSource;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.report.ReportRegister;
import nl.achterwacht.report.YearlyKeeper;

/** The doors behind the routes of reports. */
public record ReportDoors(
    ReportRegister reports,
    YearlyKeeper yearly,
    PeopleRegister people,
    Acts acts,
    InstantSource clock) {}
