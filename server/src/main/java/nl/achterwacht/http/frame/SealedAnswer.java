package nl.achterwacht.http.frame;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An answer kept for a repeat, closed with the idempotency key that only its sender has. Answers
 * hold addresses and the key of a watch; whoever reads the table sees neither.
 */
final class SealedAnswer {
  private static final int TAG_BITS = 128;
  // One key closes one answer, once, so the nonce need not differ.
  private static final byte[] NONCE = new byte[12];

  private SealedAnswer() {}

  static byte[] keyHash(UUID key) {
    return sha256("name:" + key);
  }

  static byte[] close(UUID key, byte[] json) {
    return crypt(Cipher.ENCRYPT_MODE, key, json);
  }

  static byte[] open(UUID key, byte[] closed) {
    return crypt(Cipher.DECRYPT_MODE, key, closed);
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] crypt(int mode, UUID key, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      var secret = new SecretKeySpec(sha256("seal:" + key), "AES");
      cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, NONCE));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a stored answer cannot be opened", e);
    }
  }
}
