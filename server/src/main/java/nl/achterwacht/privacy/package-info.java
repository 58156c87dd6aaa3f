/**
 * What is held about people, how long, and how they get to see it. Start reading at {@code
 * Holdings}: it names every table, and drives the erasing ({@code RetentionKeeper}) as well as what
 * somebody gets to see of what is held about them ({@code PersonalFiles}).
 */
@NullMarked
package nl.achterwacht.privacy;

import org.jspecify.annotations.NullMarked;
