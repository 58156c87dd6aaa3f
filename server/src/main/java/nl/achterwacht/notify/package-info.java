/**
 * Notices to people and their delivery over channels. A notice is a row before it is sent; a claim
 * on it is a lease; after a crash it is sent again with the same key. Start reading at {@code
 * NoticeRules}, then {@code NoticeKeeper}; how to add a channel stands at {@link
 * nl.achterwacht.notify.Channel}.
 */
@NullMarked
package nl.achterwacht.notify;

import org.jspecify.annotations.NullMarked;
