/**
 * The database under our own care: PostgreSQL started, watched, stopped, backed up and restored by
 * this server, for those who do not bring their own. Start reading at {@code LocalPostgres}.
 *
 * <p>Promise: what was committed survives a kill of this server, of the database program, or of
 * both; and one folder is never used by two servers at once. Uses only {@code base}.
 */
@NullMarked
package nl.achterwacht.postgres;

import org.jspecify.annotations.NullMarked;
