/**
 * What channels share when they reach outside: a strict time limit, and HTTP calls that cannot be
 * turned against our own network. Start reading at {@code TimeLimit}, then {@code HttpCourier}.
 *
 * <p>Promise: nothing in here logs an address, a text or a secret.
 */
@NullMarked
package nl.achterwacht.notify.wire;

import org.jspecify.annotations.NullMarked;
