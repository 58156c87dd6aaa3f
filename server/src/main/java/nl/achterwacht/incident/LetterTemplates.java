package nl.achterwacht.incident;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Sql;
import nl.achterwacht.base.Tx;
import nl.achterwacht.print.Page;

/**
 * What letters say: the organisation's own text, or else the one we ship. A name between {@code
 * {{}}} becomes a value.
 */
public final class LetterTemplates {
  /** Which letters there are. */
  public static final List<String> ALL = List.of("warning", "conversation", "ban");

  /** What may stand between the braces. */
  public static final List<String> NAMES =
      List.of(
          "addressee",
          "address",
          "date",
          "happenedOn",
          "place",
          "behaviour",
          "terms",
          "startsOn",
          "endsOn",
          "reviewOn",
          "contact",
          "organisation",
          "signedBy");

  private static final String FIND =
      """
      select subject, body
        from incident.letter_template
       where organisation_id = :organisation
         and template = :template
      """;
  private static final String SET =
      """
      insert into incident.letter_template
             (organisation_id, template, subject, body, made_by, made_at)
      values (:organisation, :template, :subject, :body, :by, :now)
          on conflict (organisation_id, template)
          do update set subject = :subject, body = :body, made_by = :by, made_at = :now
      """;
  private static final String FORGET =
      """
      delete from incident.letter_template
       where organisation_id = :organisation
         and template = :template
      """;

  private final InstantSource clock;

  public LetterTemplates(InstantSource clock) {
    this.clock = clock;
  }

  /** The organisation's own text; empty when it uses ours. */
  public Optional<Letter.Text> own(Tx tx, OrganisationId organisation, String template) {
    return tx.sql(FIND)
        .param("organisation", organisation.value())
        .param("template", template)
        .query((row, n) -> new Letter.Text(row.getString("subject"), row.getString("body")))
        .optional();
  }

  /** The text we ship, in Dutch: letters go to residents. */
  public static Letter.Text shipped(String template) {
    String text = read("/letters/" + template + ".txt");
    int firstLine = text.indexOf('\n');
    return new Letter.Text(text.substring(0, firstLine), text.substring(firstLine).strip());
  }

  public void set(
      Tx tx, OrganisationId organisation, String template, Letter.Text text, PersonId by) {
    tx.sql(SET)
        .param("organisation", organisation.value())
        .param("template", template)
        .param("subject", text.subject())
        .param("body", text.body())
        .param("by", by.value())
        .param("now", Sql.utc(clock.instant()))
        .update();
  }

  /** Uses the text we ship again. */
  public void useShipped(Tx tx, OrganisationId organisation, String template) {
    tx.sql(FORGET).param("organisation", organisation.value()).param("template", template).update();
  }

  /**
   * The letter with its values filled in.
   *
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  public static Letter.Text filled(Letter.Text template, Map<String, String> values) {
    return new Letter.Text(
        Page.ownText(template.subject(), values), Page.ownText(template.body(), values));
  }

  private static String read(String file) {
    try (InputStream in = Objects.requireNonNull(LetterTemplates.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
