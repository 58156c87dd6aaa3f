/**
 * The organisation's protocol: one document in versions, that comes into force on its day by
 * itself, with who has read it. Start reading at {@code ProtocolKeeper}. Whoever has not read the
 * version in force hears of it until they did.
 */
@NullMarked
package nl.achterwacht.protocol;

import org.jspecify.annotations.NullMarked;
