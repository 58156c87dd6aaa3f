/**
 * Small things every module needs: ids, {@link nl.achterwacht.base.Decision}, the transaction and
 * the database's clock. Knows no other module.
 */
@NullMarked
package nl.achterwacht.base;

import org.jspecify.annotations.NullMarked;
