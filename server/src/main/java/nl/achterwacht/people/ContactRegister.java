package nl.achterwacht.people;

import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** How somebody can be reached, and the codes that prove it. Only a proven contact counts. */
public final class ContactRegister {
  /** After this a proof is asked again. Until it comes, the contact goes on being used. */
  private static final Duration PROVEN_FOR = Duration.ofDays(31);

  private static final Duration CODE_HOLDS = Duration.ofMinutes(30);
  private static final int MOST_TRIES = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final String OF_PERSON =
      """
      select id, channel, label, verified_at
        from people.contact
       where organisation_id = :organisation
         and person_id = :person
         and refused_at is null
       order by channel, label, id
      """;

  private static final String MAIL_ADDRESSES =
      """
      select person_id, address
        from people.contact
       where organisation_id = :organisation
         and channel = 'email'
      """;

  private static final String SAVE_CODE =
      """
      insert into people.contact_code (organisation_id, contact_id, code_hash, expires_at)
      values (:organisation, :contact, :hash, :expires)
      on conflict (organisation_id, contact_id)
         do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0
      """;

  // The try is counted before it is judged.
  private static final String TRY_CODE =
      """
      update people.contact_code c
         set tries = c.tries + 1
        from people.contact p
       where p.organisation_id = c.organisation_id
         and p.id = c.contact_id
         and c.organisation_id = :organisation
         and c.contact_id = :contact
         and p.person_id = :person
      returning c.code_hash, c.tries <= :most and c.expires_at > :now as holds
      """;

  private static final String VERIFY =
      """
      update people.contact
         set verified_at = :now
       where organisation_id = :organisation
         and id = :contact
      """;

  private static final String FORGET_CODE =
      """
      delete from people.contact_code
       where organisation_id = :organisation
         and contact_id = :contact
      """;

  /** A way to reach somebody, as a screen may show it. */
  public record Contact(UUID id, String channel, String label, @Nullable Instant verifiedAt) {
    /** Whether its owner is asked to prove it, for the first time or again. */
    public boolean mustBeProven(Instant now) {
      return ContactRegister.mustBeProven(verifiedAt, now);
    }
  }

  /** What came of a proof. */
  public enum Proof {
    RIGHT,
    /** Not this code, too many tries, or too long ago. */
    WRONG,
    UNKNOWN
  }

  /** The e-mail addresses of everybody, proven or not: by those a file may name people. */
  public Map<PersonId, List<String>> mailAddresses(Tx tx, OrganisationId organisation) {
    Map<PersonId, List<String>> addresses = new HashMap<>();
    tx.sql(MAIL_ADDRESSES)
        .param("organisation", organisation.value())
        .query(row -> {
          var person = new PersonId(uuid(row, "person_id"));
          addresses.computeIfAbsent(person, id -> new ArrayList<>()).add(row.getString("address"));
        });
    return addresses;
  }

  /** The contacts of somebody that were not refused for good. */
  public List<Contact> of(Tx tx, PersonRef person) {
    return tx.sql(OF_PERSON)
        .param("organisation", person.organisation().value())
        .param("person", person.person().value())
        .query(ContactRegister::contact)
        .list();
  }

  /** One contact of somebody. */
  public Optional<Contact> one(Tx tx, PersonRef person, UUID contact) {
    return of(tx, person).stream().filter(c -> c.id().equals(contact)).findFirst();
  }

  /** A new code for this contact, to be sent there; the one before is void. */
  public String newCode(Tx tx, PersonRef person, UUID contact, Instant now) {
    String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
    tx.sql(SAVE_CODE)
        .param("organisation", person.organisation().value())
        .param("contact", contact)
        .param("hash", hash(contact, code))
        .param("expires", utc(now.plus(CODE_HOLDS)))
        .update();
    return code;
  }

  /** Proves a contact by the code that was sent there; a wrong try is counted. */
  public Proof prove(Tx tx, PersonRef person, UUID contact, String code, Instant now) {
    Optional<byte[]> wanted =
        tx.sql(TRY_CODE)
            .param("organisation", person.organisation().value())
            .param("contact", contact)
            .param("person", person.person().value())
            .param("most", MOST_TRIES)
            .param("now", utc(now))
            .query((row, i) -> row.getBoolean("holds") ? row.getBytes("code_hash") : new byte[0])
            .optional();
    if (wanted.isEmpty()) {
      return one(tx, person, contact).isEmpty() ? Proof.UNKNOWN : Proof.WRONG;
    }
    if (!MessageDigest.isEqual(wanted.get(), hash(contact, code.strip()))) {
      return Proof.WRONG;
    }
    tx.changeOne(
        tx.sql(VERIFY)
            .param("now", utc(now))
            .param("organisation", person.organisation().value())
            .param("contact", contact),
        "contact " + contact);
    tx.sql(FORGET_CODE)
        .param("organisation", person.organisation().value())
        .param("contact", contact)
        .update();
    return Proof.RIGHT;
  }

  static boolean mustBeProven(@Nullable Instant verifiedAt, Instant now) {
    return verifiedAt == null || verifiedAt.plus(PROVEN_FOR).isBefore(now);
  }

  private static byte[] hash(UUID contact, String code) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((contact + ":" + code).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Contact contact(ResultSet row, int index) throws SQLException {
    return new Contact(
        uuid(row, "id"),
        row.getString("channel"),
        row.getString("label"),
        instantOrNull(row, "verified_at"));
  }
}
