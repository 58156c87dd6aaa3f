/**
 * Incidents: what happened to staff, the aftercare that follows, and what is done toward who did
 * it. Each step that must follow is a task, so that none is forgotten. Start reading at {@code
 * AftercarePlan}, then {@code IncidentKeeper}.
 *
 * <p>Promise: what is said in talks is never kept; only that they were held, by whom, and when the
 * next one is.
 */
@NullMarked
package nl.achterwacht.incident;

import org.jspecify.annotations.NullMarked;
