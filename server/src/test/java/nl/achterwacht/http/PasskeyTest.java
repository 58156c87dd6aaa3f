package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.achterwacht.account.FakeAuthenticator;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;

/** A passkey is added, signs in without a name, and is taken away again. */
class PasskeyTest {
  private static final TestServer SERVER = TestServer.shared();
  private static final TestTown TOWN = SERVER.town("passkey");
  private static final String HERE = "http://localhost:" + SERVER.port();

  @Test
  void aPasskeySignsIn() {
    ApiClient anna = SERVER.signedIn(TOWN, "anna");
    var phone = new FakeAuthenticator(HERE);
    Reply added = add(anna, phone).expect(201);
    assertThat(added.at("/label")).isEqualTo("Telefoon van Anna");
    Reply signedIn = signIn(phone).expect(201);
    assertThat(signedIn.at("/person/name")).isEqualTo("anna");
    assertThat(signIn(phone).expect(201).at("/person/name")).isEqualTo("anna");
    assertThat(anna.get("/me/passkeys").expect(200).json().path("items").size()).isEqualTo(1);
    anna.delete("/me/passkeys/" + added.at("/id")).expect(204);
    signIn(phone).expect(401);
  }

  @Test
  void aTicketIsGoodForOneAnswerOnly() {
    ApiClient bram = SERVER.signedIn(TOWN, "bram");
    var phone = new FakeAuthenticator(HERE);
    add(bram, phone).expect(201);
    Reply options = SERVER.visitor().postNothing("/passkey-sign-in-options").expect(201);
    Map<String, Object> answer = answer(phone, options);
    SERVER.visitor().post("/passkey-sign-ins", answer).expect(201);
    SERVER.visitor().post("/passkey-sign-ins", answer).expect(401);
  }

  @Test
  void aPasskeyMadeForAnotherSiteOrAnotherPersonIsRefused() {
    ApiClient carla = SERVER.signedIn(TOWN, "carla");
    add(carla, new FakeAuthenticator("https://achterwacht.evil.example")).expect(400);
    Reply forCarla = carla.postNothing("/me/passkey-options").expect(201);
    var phone = new FakeAuthenticator(HERE);
    Map<String, Object> made =
        Map.of(
            "ticket",
            forCarla.at("/ticket"),
            "credential",
            phone.made(forCarla.at("/publicKey/challenge"), "localhost"));
    SERVER.signedIn(TOWN, "beheer").post("/me/passkeys", made).expect(400);
  }

  private static Reply add(ApiClient client, FakeAuthenticator phone) {
    Reply options = client.postNothing("/me/passkey-options").expect(201);
    return client.post(
        "/me/passkeys",
        Map.of(
            "ticket",
            options.at("/ticket"),
            "label",
            "Telefoon van Anna",
            "credential",
            phone.made(options.at("/publicKey/challenge"), options.at("/publicKey/rp/id"))));
  }

  private static Reply signIn(FakeAuthenticator phone) {
    Reply options = SERVER.visitor().postNothing("/passkey-sign-in-options").expect(201);
    return SERVER.visitor().post("/passkey-sign-ins", answer(phone, options));
  }

  private static Map<String, Object> answer(FakeAuthenticator phone, Reply options) {
    return Map.of(
        "ticket",
        options.at("/ticket"),
        "credential",
        phone.used(options.at("/publicKey/challenge"), options.at("/publicKey/rpId")));
  }
}
