package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.notify.ChannelKind;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.notify.NoticeKind;
import nl.achterwacht.notify.Subject;
import nl.achterwacht.notify.Telling;
import nl.achterwacht.people.ContactRegister;
import nl.achterwacht.people.ContactRegister.Contact;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Reachable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How the person who asks can be reached. */
@Controller
@RequestMapping(BASE + "/me")
public final class ContactRoutes {
  private final PeopleRegister people;
  private final ContactRegister contacts;
  private final NoticeKeeper notices;
  private final Acts acts;
  private final InstantSource clock;

  public ContactRoutes(
      PeopleRegister people,
      ContactRegister contacts,
      NoticeKeeper notices,
      Acts acts,
      InstantSource clock) {
    this.people = people;
    this.contacts = contacts;
    this.notices = notices;
    this.acts = acts;
    this.clock = clock;
  }

  record ContactJson(
      UUID id, String channel, String label, @Nullable Instant verifiedAt, boolean verifyAgain) {
    static ContactJson of(Contact contact, Instant now) {
      return new ContactJson(
          contact.id(),
          contact.channel(),
          contact.label(),
          contact.verifiedAt(),
          contact.mustBeProven(now));
    }
  }

  record ContactsJson(List<ContactJson> items) {}

  record NewContact(String channel, String address) {}

  record ContactProof(String code) {}

  record Keys(String p256dh, String auth) {}

  record PushSubscription(String endpoint, Keys keys, @Nullable String device) {}

  @GetMapping("/contacts")
  Answer mine(Received in) {
    PersonRef me = me(in);
    return acts.forCaller(
        in,
        tx -> {
          Instant now = clock.instant();
          return Answer.ok(
              new ContactsJson(
                  contacts.of(tx, me).stream().map(c -> ContactJson.of(c, now)).toList()));
        });
  }

  /** Does not count before the code that is sent there has come back. */
  @PostMapping("/contacts")
  Answer add(Received in) {
    NewContact asked = in.body(NewContact.class);
    String address = asked.address().strip();
    if (!address.matches("[^@\\s<>,;]+@[^@\\s<>,;]+\\.[^@\\s<>,;]+")) {
      throw Refusal.invalid("/address", "format", "This is not an e-mail address.");
    }
    PersonRef me = me(in);
    return acts.once(
        in,
        (tx, _) -> {
          Instant now = clock.instant();
          UUID id =
              people.addContact(
                  tx,
                  me.organisation(),
                  me.person(),
                  asked.channel(),
                  address,
                  shortened(address),
                  null);
          sendCode(tx, in.caller(), me, new Reachable.Way(id, asked.channel(), address), now);
          return Answer.created(one(tx, me, id));
        });
  }

  @PostMapping("/contacts/{contactId}/proofs")
  Answer prove(Received in) {
    ContactProof proof = in.body(ContactProof.class);
    PersonRef me = me(in);
    UUID id = in.id("contactId");
    // Judged outside the work, so that a wrong try stays counted.
    Answer answer =
        acts.forCaller(
            in,
            tx ->
                switch (contacts.prove(tx, me, id, proof.code(), clock.instant())) {
                  case RIGHT -> Answer.ok(one(tx, me, id));
                  case WRONG -> Answer.done();
                  case UNKNOWN -> throw Refusal.notFound("contact");
                });
    if (answer.view() == null) {
      throw Refusal.invalid("/code", "wrong", "This code is not, or no longer, right.");
    }
    return answer;
  }

  /** The browser's own push service vouches for it, so it counts at once. */
  @PostMapping("/push-subscriptions")
  Answer subscribe(Received in) {
    PushSubscription asked = in.body(PushSubscription.class);
    if (!isPushService(asked.endpoint())) {
      throw Refusal.invalid("/endpoint", "format", "A push service has an https address.");
    }
    PersonRef me = me(in);
    String label = asked.device() == null ? "Web push" : asked.device();
    var address = Map.of("endpoint", asked.endpoint(), "keys", asked.keys());
    return acts.once(
        in,
        (tx, _) -> {
          UUID id =
              people.addContact(
                  tx,
                  me.organisation(),
                  me.person(),
                  ChannelKind.WEB_PUSH.text(),
                  Json.write(new java.util.TreeMap<>(address)),
                  label,
                  clock.instant());
          return Answer.created(one(tx, me, id));
        });
  }

  /**
   * HTTPS, or a service of this machine itself; where calls may go at all is checked on sending.
   */
  private static boolean isPushService(String endpoint) {
    @Nullable String scheme = schemeOf(endpoint);
    return "https".equals(scheme)
        || ("http".equals(scheme) && endpoint.startsWith("http://127.0.0.1:"));
  }

  private void sendCode(Tx tx, Caller caller, PersonRef me, Reachable.Way way, Instant now) {
    String code = contacts.newCode(tx, me, way.contactId(), now);
    var reachable = new Reachable(me, caller.name(), caller.language(), List.of(way));
    notices.tell(
        tx,
        List.of(
            new Telling(
                reachable,
                NoticeKind.CONTACT_CODE,
                Map.of("code", code),
                new Subject(null, -1, 0, null))),
        now);
  }

  private ContactJson one(Tx tx, PersonRef me, UUID id) {
    return contacts
        .one(tx, me, id)
        .map(contact -> ContactJson.of(contact, clock.instant()))
        .orElseThrow(() -> Refusal.notFound("contact"));
  }

  private static PersonRef me(Received in) {
    return new PersonRef(in.caller().organisation(), in.caller().person());
  }

  /** {@code a…@example.nl}: enough for its owner to know it by. */
  private static String shortened(String address) {
    return address.charAt(0) + "…" + address.substring(address.indexOf('@'));
  }

  private static @Nullable String schemeOf(String url) {
    try {
      return URI.create(url).getScheme();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
