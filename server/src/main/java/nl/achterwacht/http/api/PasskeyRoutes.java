package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.account.OpenedSession;
import nl.achterwacht.account.Passkey;
import nl.achterwacht.account.PasskeyAnswer;
import nl.achterwacht.account.PasskeyChallenge;
import nl.achterwacht.account.PasskeyRegister;
import nl.achterwacht.account.PasskeySite;
import nl.achterwacht.http.HttpSettings;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JsonNode;

/** Passkeys: adding, listing, removing, and signing in with one. */
@Controller
@RequestMapping(BASE)
public final class PasskeyRoutes {
  private static final long TIMEOUT_MILLIS = 300_000;
  private static final List<Map<String, Object>> KINDS =
      List.of(kind(-7), kind(-8), kind(-257)); // ES256, EdDSA, RS256

  private final PasskeyRegister passkeys;
  private final SignedIn signedIn;
  private final Acts acts;
  private final HttpSettings settings;

  public PasskeyRoutes(
      PasskeyRegister passkeys, SignedIn signedIn, Acts acts, HttpSettings settings) {
    this.passkeys = passkeys;
    this.signedIn = signedIn;
    this.acts = acts;
    this.settings = settings;
  }

  record AnswerJson(String ticket, JsonNode credential, @Nullable String label) {}

  record OptionsJson(Map<String, Object> publicKey, String ticket) {}

  record PasskeyJson(UUID id, String label, Instant madeAt, @Nullable Instant usedAt) {
    static PasskeyJson of(Passkey passkey) {
      return new PasskeyJson(passkey.id(), passkey.label(), passkey.madeAt(), passkey.usedAt());
    }
  }

  record PasskeysJson(List<PasskeyJson> items) {}

  @PostMapping("/passkey-sign-in-options")
  Answer signInOptions(Received in) {
    PasskeyChallenge challenge = acts.asEngine(passkeys::beginSignIn);
    return Answer.created(
        new OptionsJson(
            Map.of(
                "challenge", challenge.challenge(),
                "rpId", site().host(),
                "timeout", TIMEOUT_MILLIS,
                "allowCredentials", List.of(),
                "userVerification", "required"),
            challenge.ticket()));
  }

  @PostMapping("/passkey-sign-ins")
  Answer signIn(Received in) {
    AnswerJson given = in.body(AnswerJson.class);
    PasskeyAnswer answer = answer(given);
    Optional<OpenedSession> opened = acts.asEngine(tx -> passkeys.signIn(tx, answer));
    return opened
        .map(signedIn::answer)
        .orElseThrow(
            () -> Refusal.of(ProblemKind.WRONG_SIGN_IN, "This passkey is not known here."));
  }

  @PostMapping("/me/passkey-options")
  Answer addOptions(Received in) {
    Caller caller = in.caller();
    PasskeyChallenge challenge =
        acts.asEngine(tx -> passkeys.beginAdding(tx, caller.organisation(), caller.person()));
    return Answer.created(new OptionsJson(creation(challenge, caller), challenge.ticket()));
  }

  @PostMapping("/me/passkeys")
  Answer add(Received in) {
    Caller caller = in.caller();
    PasskeyAnswer answer = answer(in.body(AnswerJson.class));
    Optional<Passkey> added =
        acts.asEngine(tx -> passkeys.add(tx, caller.organisation(), caller.person(), answer));
    return added
        .map(passkey -> Answer.created(PasskeyJson.of(passkey)))
        .orElseThrow(() ->
            Refusal.invalid("/credential", "passkey", "The passkey does not answer this ticket."));
  }

  @GetMapping("/me/passkeys")
  Answer mine(Received in) {
    Caller caller = in.caller();
    return acts.forCaller(
        in,
        tx ->
            Answer.ok(
                new PasskeysJson(
                    passkeys.of(tx, caller.organisation(), caller.person()).stream()
                        .map(PasskeyJson::of)
                        .toList())));
  }

  @DeleteMapping("/me/passkeys/{passkeyId}")
  Answer remove(Received in) {
    Caller caller = in.caller();
    UUID id = in.id("passkeyId");
    return acts.once(
        in,
        (tx, _) -> {
          if (!passkeys.remove(tx, caller.organisation(), caller.person(), id)) {
            throw Refusal.notFound("passkey");
          }
          return Answer.done();
        });
  }

  private Map<String, Object> creation(PasskeyChallenge challenge, Caller caller) {
    return Map.of(
        "challenge", challenge.challenge(),
        "rp", Map.of("id", site().host(), "name", "Achterwacht"),
        "user",
            Map.of(
                "id", userHandle(challenge),
                "name", challenge.userName(),
                "displayName", caller.name()),
        "pubKeyCredParams", KINDS,
        "timeout", TIMEOUT_MILLIS,
        "attestation", "none",
        "excludeCredentials",
            challenge.known().stream().map(id -> Map.of("type", "public-key", "id", id)).toList(),
        "authenticatorSelection",
            Map.of("residentKey", "required", "userVerification", "required"));
  }

  /** The login's id: it means nothing outside this installation. */
  private static String userHandle(PasskeyChallenge challenge) {
    return String.valueOf(challenge.login()).replace("-", "");
  }

  private PasskeyAnswer answer(AnswerJson given) {
    String label = given.label() == null || given.label().isBlank() ? "Passkey" : given.label();
    return new PasskeyAnswer(given.ticket(), given.credential().toString(), site(), label);
  }

  /** Our public address; on a development machine the port may be any. */
  private PasskeySite site() {
    URI url = settings.publicUrl();
    int port = url.getPort();
    if (settings.isLoopback()
        && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now) {
      port = now.getRequest().getServerPort();
    }
    String origin = url.getScheme() + "://" + url.getHost() + (port < 0 ? "" : ":" + port);
    return new PasskeySite(url.getHost(), origin);
  }

  private static Map<String, Object> kind(int algorithm) {
    return Map.of("type", "public-key", "alg", algorithm);
  }
}
