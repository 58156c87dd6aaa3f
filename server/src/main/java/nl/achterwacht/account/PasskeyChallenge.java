package nl.achterwacht.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a browser needs to begin. The ticket goes back with its answer, once, to any server.
 *
 * @param challenge base64url
 * @param login whose passkey is to be added; null when somebody signs in
 * @param userName shown by the browser when a passkey is added
 * @param known ids, in base64url, of credentials that this login has already
 */
public record PasskeyChallenge(
    String ticket,
    String challenge,
    @Nullable LoginId login,
    String userName,
    List<String> known) {}
