package nl.achterwacht.account;

/**
 * What a browser answered to a {@link PasskeyChallenge}.
 *
 * @param credentialJson the credential as the browser's {@code toJSON()} wrote it
 * @param label how its owner calls the device; unused when signing in
 */
public record PasskeyAnswer(String ticket, String credentialJson, PasskeySite site, String label) {
  @Override
  public String toString() {
    return "PasskeyAnswer[" + site + "]";
  }
}
