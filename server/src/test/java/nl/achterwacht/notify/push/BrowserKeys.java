package nl.achterwacht.notify.push;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The browser's half of RFC 8291: makes the keys of a subscription and reads what was encrypted for
 * them. Written apart from the sending half, step by step from the RFC, so that one checks the
 * other.
 */
public final class BrowserKeys {
  /** The bytes before the point in the usual DER form of a P-256 public key. */
  private static final byte[] DER_PREFIX =
      Base64.getDecoder().decode("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE");

  private final ECPrivateKey privateKey;
  private final byte[] publicKey;
  private final byte[] authSecret;

  /** Given keys, for the RFC's own example. */
  BrowserKeys(ECPrivateKey privateKey, byte[] publicKey, byte[] authSecret) {
    this.privateKey = privateKey;
    this.publicKey = publicKey.clone();
    this.authSecret = authSecret.clone();
  }

  /** New keys, as at each subscription. */
  public static BrowserKeys generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      byte[] der = pair.getPublic().getEncoded();
      byte[] auth = new byte[16];
      new SecureRandom().nextBytes(auth);
      return new BrowserKeys(
          (ECPrivateKey) pair.getPrivate(),
          Arrays.copyOfRange(der, der.length - 65, der.length),
          auth);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a browser hands to the page: {@code PushSubscription.toJSON()}. */
  public String subscriptionAt(String endpoint) {
    return "{\"endpoint\":\"%s\",\"expirationTime\":null,\"keys\":{\"p256dh\":\"%s\",\"auth\":\"%s\"}}"
        .formatted(endpoint, base64(publicKey), base64(authSecret));
  }

  /**
   * The message inside {@code body}.
   *
   * @throws GeneralSecurityException if it was not encrypted for this browser
   */
  public String decrypt(byte[] body) throws GeneralSecurityException {
    byte[] salt = Arrays.copyOfRange(body, 0, 16);
    int idLength = body[20];
    byte[] sender = Arrays.copyOfRange(body, 21, 21 + idLength);
    byte[] sealed = Arrays.copyOfRange(body, 21 + idLength, body.length);

    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(privateKey);
    agreement.doPhase(publicKey(sender), true);
    byte[] keyPrk = hmac(authSecret, agreement.generateSecret());
    byte[] keyInfo = concat(ascii("WebPush: info\0"), publicKey, sender);
    byte[] inputKey = hmac(keyPrk, concat(keyInfo, new byte[] {1}));
    byte[] prk = hmac(salt, inputKey);
    byte[] key = hmac(prk, concat(ascii("Content-Encoding: aes128gcm\0"), new byte[] {1}));
    byte[] nonce = hmac(prk, concat(ascii("Content-Encoding: nonce\0"), new byte[] {1}));

    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(Arrays.copyOf(key, 16), "AES"),
        new GCMParameterSpec(128, Arrays.copyOf(nonce, 12)));
    return withoutPadding(cipher.doFinal(sealed));
  }

  static ECPublicKey publicKey(byte[] point) throws GeneralSecurityException {
    byte[] der = concat(DER_PREFIX, Arrays.copyOfRange(point, 1, point.length));
    return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
  }

  private static String withoutPadding(byte[] plain) throws GeneralSecurityException {
    int end = plain.length - 1;
    while (end >= 0 && plain[end] == 0) {
      end--;
    }
    if (end < 0 || plain[end] != 2) {
      throw new GeneralSecurityException("the last record does not end with 2");
    }
    return new String(plain, 0, end, StandardCharsets.UTF_8);
  }

  private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }

  private static byte[] concat(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
