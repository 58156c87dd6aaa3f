package nl.achterwacht.preparation;

import static nl.achterwacht.base.Sql.utc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;

/** Each organisation's guidance, in versions: the shipped one is 0 and needs no row. */
public final class GuidanceRegister {
  private static final String SHIPPED_FILE = "/guidance/default.json";

  private static final String NEWEST =
      """
      select version, document
        from preparation.guidance
       where organisation_id = :organisation
       order by version desc
       limit 1
      """;

  private static final String ADD =
      """
      insert into preparation.guidance (organisation_id, version, document, by_id, at)
      values (:organisation, :version, :document::jsonb, :by, :at)
          on conflict (organisation_id, version) do nothing
      """;

  private final InstantSource clock;
  private final Journal journal;
  private final Guidance shipped = shipped();

  public GuidanceRegister(InstantSource clock, Journal journal) {
    this.clock = clock;
    this.journal = journal;
  }

  /**
   * The guidance in force.
   *
   * @param version 0 as shipped; one higher with each change
   */
  public record InForce(int version, Guidance guidance) {}

  public InForce inForce(Tx tx, OrganisationId organisation) {
    return tx.sql(NEWEST)
        .param("organisation", organisation.value())
        .query((row, i) ->
            new InForce(
                row.getInt("version"), Json.read(row.getString("document"), Guidance.class)))
        .optional()
        .orElse(new InForce(0, shipped));
  }

  /**
   * Puts {@code guidance} in force; earlier versions are kept.
   *
   * @param version on which it was written
   * @return whether it was done; not when somebody changed it meanwhile
   */
  public boolean replace(
      Tx tx, OrganisationId organisation, Guidance guidance, int version, PersonId by) {
    if (inForce(tx, organisation).version() != version) {
      return false;
    }
    Instant now = clock.instant();
    int added =
        tx.sql(ADD)
            .param("organisation", organisation.value())
            .param("version", version + 1)
            .param("document", Json.write(guidance))
            .param("by", by.value())
            .param("at", utc(now))
            .update();
    if (added == 1) {
      String data = Json.write(Map.of("version", version + 1));
      journal.record(
          tx,
          List.of(
              new Entry(
                  organisation,
                  now,
                  "guidance.changed",
                  by.value(),
                  null,
                  null,
                  null,
                  null,
                  data)));
    }
    return added == 1;
  }

  private static Guidance shipped() {
    try (var in = GuidanceRegister.class.getResourceAsStream(SHIPPED_FILE)) {
      if (in == null) {
        throw new IllegalStateException(SHIPPED_FILE + " is missing");
      }
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Json.read(json, Guidance.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
