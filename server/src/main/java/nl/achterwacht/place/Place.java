package nl.achterwacht.place;

import nl.achterwacht.base.OrganisationId;

/** An address that an organisation visits, with what it noted about getting in and out. */
public record Place(
    OrganisationId organisation, PlaceId id, Address address, AccessNotes notes, int version) {}
