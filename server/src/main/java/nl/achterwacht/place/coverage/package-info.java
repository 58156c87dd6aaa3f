/**
 * What phones taught about places: whether signs of life came through there, learned from our own
 * timestamps alone. Start reading at {@code CoverageRules}, then {@code CoverageMemory}; {@code
 * SilenceEvidence} lists what could explain a silence.
 *
 * <p>Promise: it explains and never delays; no deadline and no alarm depends on anything here.
 */
@NullMarked
package nl.achterwacht.place.coverage;

import org.jspecify.annotations.NullMarked;
