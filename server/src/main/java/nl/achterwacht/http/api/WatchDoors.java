package nl.achterwacht.http.api;

import java.time.InstantSource;
import nl.achterwacht.account.CodeRegister;
import nl.achterwacht.alarm.AlarmRegister;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.watch.Intake;
import nl.achterwacht.watch.WatchKeeper;
import nl.achterwacht.watch.WatchRegister;

/** The doors behind the routes of a watch. */
public record WatchDoors(
    WatchKeeper keeper,
    Intake intake,
    WatchRegister register,
    AlarmRegister alarms,
    CodeRegister codes,
    WorkerWatchView view,
    Journal journal,
    Debriefing debriefing,
    Acts acts,
    InstantSource clock) {}
