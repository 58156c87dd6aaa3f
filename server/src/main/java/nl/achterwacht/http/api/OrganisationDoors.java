package nl.achterwacht.http.api;

import java.time.InstantSource;
import nl.achterwacht.agreement.AgreementKeeper;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.meeting.MeetingKeeper;
import nl.achterwacht.meeting.MeetingMail;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.preparation.GuidanceRegister;
import nl.achterwacht.protocol.ProtocolKeeper;

/** The doors behind the routes of protocol, agreements and meetings. */
public record OrganisationDoors(
    ProtocolKeeper protocol,
    AgreementKeeper agreements,
    MeetingKeeper meetings,
    MeetingMail mail,
    GuidanceRegister guidance,
    PeopleRegister people,
    Acts acts,
    InstantSource clock) {}
