package nl.achterwacht.account;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A phone that makes one passkey and uses it, as a browser with an authenticator would. */
public final class FakeAuthenticator {
  private static final int PRESENT_AND_VERIFIED = 0x05;
  private static final int WITH_CREDENTIAL = 0x40;

  private final String origin;
  private final byte[] id = new byte[32];
  private final KeyPair key;
  private int count;

  public FakeAuthenticator(String origin) {
    this.origin = origin;
    new SecureRandom().nextBytes(id);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      this.key = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The answer to the options with which a passkey is made. */
  public Map<String, Object> made(String challenge, String host) {
    byte[] authenticatorData = data(host, PRESENT_AND_VERIFIED | WITH_CREDENTIAL, credential());
    var attestation = new ByteArrayOutputStream();
    attestation.write(0xA3);
    cborText(attestation, "fmt");
    cborText(attestation, "none");
    cborText(attestation, "attStmt");
    attestation.write(0xA0);
    cborText(attestation, "authData");
    attestation.write(0x59);
    attestation.writeBytes(
        ByteBuffer.allocate(2).putShort((short) authenticatorData.length).array());
    attestation.writeBytes(authenticatorData);
    return credential(
        Map.of(
            "clientDataJSON", text(clientData("webauthn.create", challenge)),
            "attestationObject", text(attestation.toByteArray()),
            "transports", List.of("internal")));
  }

  /** The answer to the options with which somebody signs in. */
  public Map<String, Object> used(String challenge, String host) {
    byte[] authenticatorData = data(host, PRESENT_AND_VERIFIED, new byte[0]);
    byte[] clientData = clientData("webauthn.get", challenge);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key.getPrivate());
      signature.update(authenticatorData);
      signature.update(sha256(clientData));
      return credential(
          Map.of(
              "clientDataJSON", text(clientData),
              "authenticatorData", text(authenticatorData),
              "signature", text(signature.sign())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> credential(Map<String, Object> response) {
    return Map.of(
        "id", text(id),
        "rawId", text(id),
        "type", "public-key",
        "response", response,
        "clientExtensionResults", Map.of());
  }

  private byte[] data(String host, int flags, byte[] more) {
    count++;
    return ByteBuffer.allocate(37 + more.length)
        .put(sha256(host.getBytes(StandardCharsets.UTF_8)))
        .put((byte) flags)
        .putInt(count)
        .put(more)
        .array();
  }

  /** No model, the id, and the public key in COSE: EC2, ES256, P-256, x, y. */
  private byte[] credential() {
    ECPublicKey publicKey = (ECPublicKey) key.getPublic();
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[16]);
    out.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
    out.writeBytes(id);
    out.writeBytes(new byte[] {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20});
    out.writeBytes(unsigned(publicKey.getW().getAffineX().toByteArray()));
    out.writeBytes(new byte[] {0x22, 0x58, 0x20});
    out.writeBytes(unsigned(publicKey.getW().getAffineY().toByteArray()));
    return out.toByteArray();
  }

  private byte[] clientData(String type, String challenge) {
    return ("{\"type\":\""
            + type
            + "\",\"challenge\":\""
            + challenge
            + "\",\"origin\":\""
            + origin
            + "\",\"crossOrigin\":false}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] unsigned(byte[] number) {
    byte[] fixed = new byte[32];
    int length = Math.min(32, number.length);
    System.arraycopy(number, number.length - length, fixed, 32 - length, length);
    return fixed;
  }

  private static void cborText(ByteArrayOutputStream out, String text) {
    out.write(0x60 + text.length());
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
