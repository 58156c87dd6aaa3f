/**
 * E-mail over SMTP. Start reading at {@code MailChannel}; what a server's reply means stands in
 * {@code SmtpReply}, the letter itself in {@code Letter}.
 *
 * <p>Promises: where TLS is configured nothing is ever sent without it; the same notice always has
 * the same Message-ID; no address and no text is logged.
 */
@NullMarked
package nl.achterwacht.notify.mail;

import org.jspecify.annotations.NullMarked;
