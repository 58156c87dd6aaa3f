/**
 * Who may sign in and by what: passwords, passkeys, sessions, and the safe and duress codes. Start
 * reading at {@code SignIn}, then {@code SessionRegister} and {@code CodeRegister}.
 *
 * <p>Promises: no password, code or token is stored, only hashes; a code is checked with the same
 * amount of work whether it is safe, duress or wrong; a user name that does not exist takes as long
 * to refuse as a wrong password.
 */
@NullMarked
package nl.achterwacht.account;

import org.jspecify.annotations.NullMarked;
