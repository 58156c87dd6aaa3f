package nl.achterwacht.http.api;

import java.time.InstantSource;
import nl.achterwacht.device.DeviceKeeper;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.workplace.WorkplaceKeeper;

/** The doors behind the routes of personal alarms. */
public record DeviceDoors(
    DeviceKeeper devices,
    TaskKeeper tasks,
    WorkplaceKeeper workplaces,
    PeopleRegister people,
    Acts acts,
    InstantSource clock) {}
