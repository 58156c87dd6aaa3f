/**
 * Webhooks out: notices to other systems as CloudEvents (NL GOV profile), signed as Standard
 * Webhooks asks. Start reading at {@code WebhookChannel}; what receivers are promised stands in
 * {@code docs/channels.md}.
 *
 * <p>Promise: {@code webhook-id} and the event's {@code id} are the notice's id on every attempt.
 */
@NullMarked
package nl.achterwacht.notify.webhook;

import org.jspecify.annotations.NullMarked;
