/**
 * Fair warnings about an address: what somebody did, when, how we know, proposed by one person and
 * confirmed by another, told to the resident or not for a reason, with the resident's reply beside
 * it and an end. Start reading at {@code CautionRules}, then {@code CautionKeeper}.
 *
 * <p>Promise: none is shown after its end, none lasts longer than 36 months, and every look at one
 * stands in the journal before it is answered.
 */
@NullMarked
package nl.achterwacht.place.caution;

import org.jspecify.annotations.NullMarked;
