package nl.achterwacht.watch;

import nl.achterwacht.base.OrganisationId;

/** Where a phone is, with what is to prove that it is the phone of the watch's worker. */
public record Whereabouts(
    OrganisationId organisation, WatchId watch, Sign.Proof proof, Act.Position position) {}
