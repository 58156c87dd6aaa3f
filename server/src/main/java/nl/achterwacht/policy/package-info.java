/**
 * Which precautions a visit asks for, decided by tables that a safety officer reads and edits.
 * Start reading at {@code Facts}, what is known of a visit, and {@code Judgement}, what follows
 * from it; then {@code Policy}, which judges, and {@code PolicyRegister}, which keeps the versions.
 * Tables that somebody sends go through {@code PolicyReader} first.
 *
 * <p>Promise: a judgement depends on the facts and the version of the tables alone; a version that
 * was in force never changes, and a visit keeps the version that judged it. Tables hold no scripts
 * and cannot loop. Nothing here names a resident or an address.
 */
@NullMarked
package nl.achterwacht.policy;

import org.jspecify.annotations.NullMarked;
