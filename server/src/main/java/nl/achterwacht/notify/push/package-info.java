/**
 * Web push: notices to browsers and installed web apps. Start reading at {@code WebPushChannel};
 * {@code PushEncryption} is RFC 8291, {@code Vapid} is RFC 8292, {@code PushPayload} is what our
 * service worker gets.
 *
 * <p>Promise: only the browser that subscribed can read a message; the push service sees its length
 * and its urgency.
 */
@NullMarked
package nl.achterwacht.notify.push;

import org.jspecify.annotations.NullMarked;
