package nl.achterwacht.people;

import nl.achterwacht.base.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A municipality, housing corporation or care organisation.
 *
 * @param callInstead number to call or text when the server cannot take an act
 * @param exampleTown whether this is the played-out example
 */
public record Organisation(
    OrganisationId id, String name, @Nullable String callInstead, boolean exampleTown) {}
