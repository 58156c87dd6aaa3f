/**
 * Addresses that are visited and what is known of them. Start reading at {@code Address}, then
 * {@code PlaceRegister}; the warnings stand in {@code caution}, what phones taught in {@code
 * coverage}, neighbourhoods and hot spots in {@code area}, the look-up service in {@code lookup}.
 *
 * <p>Promise: the same address, however typed, is one place of an organisation; everything works by
 * hand, without the look-up service.
 */
@NullMarked
package nl.achterwacht.place;

import org.jspecify.annotations.NullMarked;
