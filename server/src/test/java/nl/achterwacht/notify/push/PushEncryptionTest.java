package nl.achterwacht.notify.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Encryption is RFC 8291's, bit for bit. */
final class PushEncryptionTest {
  private static final String PLAIN = "When I grow up, I want to be a watermelon";
  private static final String BROWSER_PUBLIC =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
  private static final String BROWSER_PRIVATE = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
  private static final String AUTH_SECRET = "BTBZMqHH6r4Tts7J_aSIgg";
  private static final String SENDER_PUBLIC =
      "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
  private static final String SENDER_PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
  private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";
  private static final String BODY =
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
          + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
          + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

  @Test
  void theExampleOfTheRfcComesOutBitForBit() {
    var sender =
        new KeyPair(P256.publicKey(decode(SENDER_PUBLIC)), P256.privateKey(decode(SENDER_PRIVATE)));
    byte[] body =
        PushEncryption.encrypt(
            PLAIN.getBytes(StandardCharsets.UTF_8), subscription(), sender, decode(SALT));
    assertThat(body).isEqualTo(decode(BODY));
  }

  @Test
  void theTestBrowserReadsTheExampleOfTheRfc() throws Exception {
    var browser =
        new BrowserKeys(
            P256.privateKey(decode(BROWSER_PRIVATE)), decode(BROWSER_PUBLIC), decode(AUTH_SECRET));
    assertThat(browser.decrypt(decode(BODY))).isEqualTo(PLAIN);
  }

  @Test
  void noTwoMessagesShareAKeyOrASalt() {
    byte[] one = PushEncryption.encrypt(new byte[10], subscription());
    byte[] two = PushEncryption.encrypt(new byte[10], subscription());
    assertThat(Arrays.copyOfRange(one, 0, 16)).isNotEqualTo(Arrays.copyOfRange(two, 0, 16));
    assertThat(Arrays.copyOfRange(one, 21, 86)).isNotEqualTo(Arrays.copyOfRange(two, 21, 86));
  }

  @Test
  void theLongestMessageFillsOneBodyThatEveryPushServiceTakes() {
    byte[] body = PushEncryption.encrypt(new byte[PushEncryption.MAX_PLAIN_BYTES], subscription());
    assertThat(body).hasSize(4096);
    assertThatThrownBy(() ->
            PushEncryption.encrypt(new byte[PushEncryption.MAX_PLAIN_BYTES + 1], subscription()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aPointBesideTheCurveIsNoKey() {
    byte[] beside = decode(BROWSER_PUBLIC);
    beside[64] ^= 1;
    assertThatThrownBy(() -> P256.publicKey(beside)).isInstanceOf(IllegalArgumentException.class);
    byte[] zero = new byte[65];
    zero[0] = 4;
    assertThatThrownBy(() -> P256.publicKey(zero)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Subscription subscription() {
    return Subscription.read(
            """
            {"endpoint": "https://push.example/x",
             "keys": {"p256dh": "%s", "auth": "%s"}}\
            """
                .formatted(BROWSER_PUBLIC, AUTH_SECRET))
        .orElseThrow();
  }

  private static byte[] decode(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
