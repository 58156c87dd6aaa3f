package nl.achterwacht.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.achterwacht.base.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Closes the passwords of calendars elsewhere, AES-256-GCM. Its key is not in the database: who has
 * a copy of that has no passwords. A password opens only for the subscription it was closed for.
 */
public final class PasswordBox {
  /** Bytes of a key. */
  public static final int KEY_BYTES = 32;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final @Nullable SecretKeySpec key;

  private PasswordBox(@Nullable SecretKeySpec key) {
    this.key = key;
  }

  /** A box with this key of {@link #KEY_BYTES}. */
  public static PasswordBox with(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("the key of calendars must be " + KEY_BYTES + " bytes");
    }
    return new PasswordBox(new SecretKeySpec(key, "AES"));
  }

  /** No key, so no passwords are taken. */
  public static PasswordBox none() {
    return new PasswordBox(null);
  }

  /** A new key. */
  public static byte[] newKey() {
    byte[] made = new byte[KEY_BYTES];
    RANDOM.nextBytes(made);
    return made;
  }

  /** Whether passwords can be closed. */
  public boolean hasKey() {
    return key != null;
  }

  byte[] close(OrganisationId organisation, UUID subscription, String password) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    try {
      byte[] closed = crypt(Cipher.ENCRYPT_MODE, nonce, organisation, subscription, bytes);
      return ByteBuffer.allocate(NONCE_BYTES + closed.length).put(nonce).put(closed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /** Empty when it was closed with another key: the database came from elsewhere. */
  Optional<String> open(OrganisationId organisation, UUID subscription, byte[] box) {
    if (key == null || box.length <= NONCE_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = new byte[NONCE_BYTES];
    byte[] closed = new byte[box.length - NONCE_BYTES];
    ByteBuffer.wrap(box).get(nonce).get(closed);
    try {
      byte[] bytes = crypt(Cipher.DECRYPT_MODE, nonce, organisation, subscription, closed);
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private byte[] crypt(
      int mode, byte[] nonce, OrganisationId organisation, UUID subscription, byte[] bytes)
      throws GeneralSecurityException {
    if (key == null) {
      throw new IllegalStateException("there is no key for passwords of calendars");
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((organisation + "/" + subscription).getBytes(StandardCharsets.UTF_8));
    return cipher.doFinal(bytes);
  }
}
