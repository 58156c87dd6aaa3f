package nl.achterwacht.notify.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts for one browser: RFC 8291, one record of the coding {@code aes128gcm} (RFC 8188). */
final class PushEncryption {
  /** The most that fits: push services take bodies of 4096 bytes, header and tag included. */
  static final int MAX_PLAIN_BYTES = 4096 - 86 - 17;

  private static final int RECORD_SIZE = 4096;
  private static final byte LAST_RECORD = 2;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PushEncryption() {}

  /** The body of the request; a fresh key and salt each time. */
  static byte[] encrypt(byte[] plain, Subscription to) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return encrypt(plain, to, P256.generate(), salt);
  }

  /** For the check vector only: key and salt may never be used twice. */
  static byte[] encrypt(byte[] plain, Subscription to, KeyPair own, byte[] salt) {
    if (plain.length > MAX_PLAIN_BYTES) {
      throw new IllegalStateException("a push message of " + plain.length + " bytes is too long");
    }
    try {
      byte[] ownPublic = P256.bytes((ECPublicKey) own.getPublic());
      byte[] secret = sharedSecret(to, own, ownPublic);
      byte[] key = derive(secret, salt, ascii("Content-Encoding: aes128gcm\0"), 16);
      byte[] nonce = derive(secret, salt, ascii("Content-Encoding: nonce\0"), 12);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      byte[] sealed = cipher.doFinal(concat(plain, new byte[] {LAST_RECORD}));
      return concat(salt, header(ownPublic), sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a push message could not be encrypted", e);
    }
  }

  private static byte[] sharedSecret(Subscription to, KeyPair own, byte[] ownPublic)
      throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(own.getPrivate());
    agreement.doPhase(to.publicKey(), true);
    byte[] info = concat(ascii("WebPush: info\0"), P256.bytes(to.publicKey()), ownPublic);
    return derive(agreement.generateSecret(), to.authSecret().getEncoded(), info, 32);
  }

  private static byte[] header(byte[] ownPublic) {
    return ByteBuffer.allocate(5 + ownPublic.length)
        .putInt(RECORD_SIZE)
        .put((byte) ownPublic.length)
        .put(ownPublic)
        .array();
  }

  private static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length)
      throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(salt).thenExpand(info, length));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] concat(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }
}
