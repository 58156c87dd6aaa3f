/**
 * Which precautions a visit asks for, decided by tables that a safety officer reads and edits.
 * Start reading at {@code Facts}, what is known of a visit, and {@code Judgement}, what follows
 * from it.
 *
 * <p>Promise: a judgement depends on the facts and the version of the tables alone; a visit keeps
 * the version that judged it.
 */
@NullMarked
package nl.achterwacht.policy;

import org.jspecify.annotations.NullMarked;
