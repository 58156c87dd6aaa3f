/**
 * The routes of {@code /api/v1}, one class a subject, and the JSON they answer. Start reading at
 * {@code WatchRoutes}.
 */
@NullMarked
package nl.achterwacht.http.api;

import org.jspecify.annotations.NullMarked;
