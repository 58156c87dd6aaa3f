package nl.achterwacht.privacy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.Tx;
import nl.achterwacht.privacy.PersonalFiles.Asked;
import org.jspecify.annotations.Nullable;

/**
 * Files that somebody added themselves, handed over with what is held about them. What is in a file
 * of somebody else cannot be masked: of those it is said where to ask.
 */
final class Enclosures {
  static final String TABLE = "attachment.attachment";

  /** More does not fit in one answer. */
  private static final long MOST_BYTES = 50L * 1024 * 1024;

  private static final String SIZES =
      """
      select id::text as id, length(content) as bytes
        from attachment.attachment
       where organisation_id = :organisation
         and made_by = :person
      """;
  private static final String CONTENT =
      """
      select content
        from attachment.attachment
       where organisation_id = :organisation
         and made_by = :person
         and id = :id::uuid
      """;

  private final Tx tx;
  private final Asked asked;
  private final UUID person;
  private final Labels words;
  private final Map<String, Long> sizes = new HashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private long bytes;

  Enclosures(Tx tx, Asked asked, UUID person) {
    this.tx = tx;
    this.asked = asked;
    this.person = person;
    this.words = new Labels(asked.language());
    tx.sql(SIZES)
        .param("organisation", asked.organisation().value())
        .param("person", person)
        .query(row -> {
          sizes.put(row.getString("id"), row.getLong("bytes"));
        });
  }

  /** Their content, by where they are in the archive. */
  Map<String, byte[]> files() {
    return files;
  }

  /** The row of an attachment, and where its file is. */
  Object with(Object row) {
    Map<Object, @Nullable Object> fields = new LinkedHashMap<>();
    if (row instanceof Map<?, ?> known) {
      known.forEach((name, value) -> fields.put(name, value));
    }
    @Nullable Long size = sizes.get(String.valueOf(fields.get("id")));
    if (size == null || bytes + size > MOST_BYTES) {
      fields.put("file", words.of("file.ask"));
      return fields;
    }
    bytes += size;
    String name = String.valueOf(fields.get("name")).replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    String path = words.of("attachments") + "/" + (files.size() + 1) + "-" + name;
    files.put(path, content(String.valueOf(fields.get("id"))));
    fields.put("file", path);
    return fields;
  }

  private byte[] content(String id) {
    return tx.sql(CONTENT)
        .param("organisation", asked.organisation().value())
        .param("person", person)
        .param("id", id)
        .query((row, number) -> row.getBytes("content"))
        .single();
  }
}
