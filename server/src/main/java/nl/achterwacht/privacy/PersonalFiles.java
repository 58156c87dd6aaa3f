package nl.achterwacht.privacy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What is held about somebody, for that person to see (GDPR, article 15): everything that {@link
 * Holdings} shows, and nothing of others. Each file that is made stands in the journal.
 */
public final class PersonalFiles {
  private static final String PERSON =
      """
      select name
        from people.person
       where organisation_id = :organisation
         and id = :person
      """;
  private static final String ADDRESS =
      """
      select address
        from place.place
       where organisation_id = :organisation
         and id = :place
      """;
  private static final String PEOPLE =
      """
      select p.id, p.name, p.phone, p.roles, l.user_name,
             array(select c.address
                     from people.contact c
                    where c.organisation_id = p.organisation_id
                      and c.person_id = p.id) as addresses
        from people.person p
        left join account.login l on l.organisation_id = p.organisation_id and l.person_id = p.id
       where p.organisation_id = :organisation
      """;

  /** The one by which somebody is best known to others, first. */
  private static final List<String> ROLES =
      List.of("safety-officer", "supervisor", "administrator", "standby", "worker");

  private static final UUID NOBODY = new UUID(0, 0);

  private final InstantSource clock;
  private final Journal journal;

  public PersonalFiles(InstantSource clock, Journal journal) {
    this.clock = clock;
    this.journal = journal;
  }

  /**
   * Who asks, and in which language.
   *
   * @param by who gets to see it
   */
  public record Asked(OrganisationId organisation, PersonId by, String language) {}

  /** What is held about somebody; empty when there is no such person. */
  public Optional<PersonalFile> ofPerson(Tx tx, Asked asked, PersonId person) {
    Optional<String> name =
        tx.sql(PERSON)
            .param("organisation", asked.organisation().value())
            .param("person", person.value())
            .query(String.class)
            .optional();
    return name.map(title -> {
      note(tx, asked, "privacy.person-file", "personId", person.value());
      var whom = new Whom(person.value(), NOBODY, asked.by().equals(person));
      return file(tx, asked, whom, title);
    });
  }

  /** What is held about an address, for who lives there; empty when it is not known. */
  public Optional<PersonalFile> ofPlace(Tx tx, Asked asked, UUID place) {
    Optional<String> address =
        tx.sql(ADDRESS)
            .param("organisation", asked.organisation().value())
            .param("place", place)
            .query(String.class)
            .optional();
    return address.map(title -> {
      note(tx, asked, "privacy.place-file", "placeId", place);
      var whom = new Whom(NOBODY, place, false);
      return file(tx, asked, whom, title);
    });
  }

  private PersonalFile file(Tx tx, Asked asked, Whom whom, String title) {
    var enclosed = new Enclosures(tx, asked, whom.person());
    return new PersonalFile(
        title,
        whom.isPlace(),
        clock.instant(),
        asked.language(),
        sections(tx, asked, whom, title, enclosed),
        enclosed.files());
  }

  private record Whom(UUID person, UUID place, boolean self) {
    boolean isPlace() {
      return person.equals(NOBODY);
    }
  }

  private List<PersonalFile.Section> sections(
      Tx tx, Asked asked, Whom whom, String title, Enclosures enclosed) {
    Masking masking = masking(tx, asked, whom.person(), whom.isPlace() ? "" : title);
    List<PersonalFile.Section> sections = new ArrayList<>();
    for (Held held : Holdings.all()) {
      List<Object> rows = new ArrayList<>();
      for (Held.Shown shown : whom.isPlace() ? held.shownOfPlace() : held.shown()) {
        for (String json : rows(tx, asked.organisation(), held, shown, whom)) {
          Object row = masking.of(Json.tree(json));
          if (row != null) {
            rows.add(held.table().equals(Enclosures.TABLE) ? enclosed.with(row) : row);
          }
        }
      }
      if (!rows.isEmpty()) {
        rows.sort(Comparator.comparing(PersonalFile::momentOf));
        sections.add(new PersonalFile.Section(held.table(), rows));
      }
    }
    return sections;
  }

  private static List<String> rows(
      Tx tx, OrganisationId organisation, Held held, Held.Shown shown, Whom whom) {
    String sql =
        "select (to_jsonb(t) - :hidden::text[])::text from "
            + held.table()
            + " t where t.organisation_id = :organisation and ("
            + shown.where()
            + ")";
    List<String> hidden = new ArrayList<>(held.hidden());
    hidden.add("organisation_id");
    StatementSpec statement =
        tx.sql(
                shown.columns().isEmpty()
                    ? sql
                    : sql.replace(
                        "(to_jsonb(t) - :hidden::text[])",
                        "(select jsonb_object_agg(f.key, f.value) from jsonb_each(to_jsonb(t)) f"
                            + " where f.key = any (:shown::text[]))"))
            .param("organisation", organisation.value());
    statement =
        shown.columns().isEmpty()
            ? statement.param("hidden", tx.texts(hidden))
            : statement.param("shown", tx.texts(shown.columns()));
    return statement
        .param("person", whom.person())
        .param("place", whom.place())
        .param("self", whom.self())
        .query(String.class)
        .list();
  }

  private static Masking masking(Tx tx, Asked asked, UUID self, String ownName) {
    var labels = new Labels(asked.language());
    Set<String> own = new HashSet<>();
    record Other(UUID id, String name, List<@Nullable String> known, String instead) {}
    List<Other> others = new ArrayList<>();
    tx.sql(PEOPLE)
        .param("organisation", asked.organisation().value())
        .query(row -> {
          List<@Nullable String> known = new ArrayList<>();
          known.add(row.getString("phone"));
          known.add(row.getString("user_name"));
          known.addAll(List.of((String[]) row.getArray("addresses").getArray()));
          UUID id = row.getObject("id", UUID.class);
          if (id.equals(self)) {
            known.stream().filter(one -> one != null).forEach(own::add);
            return;
          }
          List<String> roles = List.of((String[]) row.getArray("roles").getArray());
          String role = ROLES.stream().filter(roles::contains).findFirst().orElse("worker");
          others.add(new Other(id, row.getString("name"), known, labels.of("role." + role)));
        });
    var masking = new Masking(ownName, labels.of("role.colleague"));
    masking.show(self.toString(), ownName);
    for (Other other : others) {
      List<@Nullable String> known =
          other.known().stream().filter(one -> one == null || !own.contains(one)).toList();
      masking.add(other.id().toString(), other.name(), known, other.instead());
    }
    return masking;
  }

  private void note(Tx tx, Asked asked, String kind, String name, UUID id) {
    Instant now = clock.instant();
    journal.record(
        tx,
        List.of(
            new Entry(
                asked.organisation(),
                now,
                kind,
                asked.by().value(),
                null,
                null,
                null,
                null,
                Json.write(Map.of(name, id.toString())))));
  }
}
