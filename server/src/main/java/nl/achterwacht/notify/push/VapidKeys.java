package nl.achterwacht.notify.push;

import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/**
 * The key pair by which push services know this server. Keep it: a browser subscribes to one public
 * key, so with a new pair every subscription is lost. Where it is kept is up to the caller.
 *
 * @param publicKey 65 bytes (uncompressed point) in base64url; goes to browsers as {@code
 *     applicationServerKey}
 * @param privateKey 32 bytes in base64url; a secret
 */
public record VapidKeys(String publicKey, String privateKey) {
  public VapidKeys {
    P256.publicKey(decode(publicKey));
    P256.privateKey(decode(privateKey));
  }

  /** A new pair. */
  public static VapidKeys generate() {
    KeyPair pair = P256.generate();
    return new VapidKeys(
        encode(P256.bytes((ECPublicKey) pair.getPublic())),
        encode(P256.bytes((ECPrivateKey) pair.getPrivate())));
  }

  ECPrivateKey signingKey() {
    return P256.privateKey(decode(privateKey));
  }

  @Override
  public String toString() {
    return "VapidKeys[" + publicKey + ", private key hidden]";
  }

  private static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
