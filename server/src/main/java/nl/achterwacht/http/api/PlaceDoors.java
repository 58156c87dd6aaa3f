package nl.achterwacht.http.api;

import java.time.InstantSource;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.place.area.Boundaries;
import nl.achterwacht.place.area.HotSpots;
import nl.achterwacht.place.caution.CautionKeeper;
import nl.achterwacht.place.coverage.CoverageMemory;

/** The doors behind the routes of places, cautions and areas. */
public record PlaceDoors(
    PlaceRegister places,
    CautionKeeper cautions,
    CoverageMemory coverage,
    HotSpots hotSpots,
    Boundaries boundaries,
    PeopleRegister people,
    Acts acts,
    InstantSource clock) {}
