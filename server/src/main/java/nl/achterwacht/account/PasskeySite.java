package nl.achterwacht.account;

/**
 * Where a passkey is used.
 *
 * @param host the relying party id: the name in the address bar, without port
 * @param origin scheme, host and port, as the browser states them
 */
public record PasskeySite(String host, String origin) {}
