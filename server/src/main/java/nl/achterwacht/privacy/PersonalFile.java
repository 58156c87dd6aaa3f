package nl.achterwacht.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.achterwacht.base.Json;
import nl.achterwacht.print.Page;
import org.jspecify.annotations.Nullable;

/**
 * What is held about one person or address, to hand over.
 *
 * @param title whom or what it is about
 * @param ofPlace it is about an address
 * @param sections by table, those without rows left out
 */
public record PersonalFile(
    String title, boolean ofPlace, Instant madeAt, String language, List<Section> sections) {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

  /** Columns that tell when it was, of which the first that is there counts. */
  private static final List<String> MOMENTS =
      List.of(
          "at",
          "opened_at",
          "started_at",
          "planned_start_at",
          "happened_at",
          "measured_at",
          "made_at",
          "proposed_at",
          "from_at",
          "checked_at",
          "visited_at");

  /**
   * The rows of one table, the oldest first.
   *
   * @param rows maps of column to value
   */
  public record Section(String table, List<Object> rows) {}

  static String momentOf(Object row) {
    if (row instanceof Map<?, ?> fields) {
      for (String name : MOMENTS) {
        if (fields.get(name) instanceof String moment) {
          return moment;
        }
      }
    }
    return "";
  }

  /** Both files in one: for people and for programs. */
  public byte[] zip(String organisation) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      put(zip, words().of("file.html"), html(organisation));
      put(zip, words().of("file.json"), json());
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return out.toByteArray();
  }

  /** What the file is called when it is kept. */
  public String name() {
    return words().of(ofPlace ? "file.place" : "file.person")
        + "-"
        + DateTimeFormatter.ISO_LOCAL_DATE.format(madeAt.atZone(HERE))
        + ".zip";
  }

  /** Everything, as it is stored. */
  String json() {
    Map<String, Object> tables = new TreeMap<>();
    sections.forEach(section -> tables.put(section.table(), section.rows()));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("about", title);
    all.put("madeAt", madeAt.toString());
    all.put("tables", tables);
    return Json.write(all);
  }

  /** The same to read, with times on the clock here. */
  String html(String organisation) {
    Labels words = words();
    List<Object> parts = new ArrayList<>();
    for (Section section : sections) {
      List<Object> records = new ArrayList<>();
      section.rows().forEach(row -> records.add(Map.of("fields", fields(row, words))));
      parts.add(
          Map.of("name", words.of(section.table()), "count", records.size(), "records", records));
    }
    return Page.html(
        "personal-file",
        language,
        Map.of(
            "title",
            words.of(ofPlace ? "title.place" : "title.person") + " " + title,
            "madeBy",
            organisation,
            "madeAt",
            said(madeAt.toString()),
            "intro",
            words.of(ofPlace ? "intro.place" : "intro.person"),
            "parts",
            parts));
  }

  private List<Object> fields(Object row, Labels words) {
    List<Object> fields = new ArrayList<>();
    if (row instanceof Map<?, ?> columns) {
      columns.forEach((name, value) -> {
        String said = said(value);
        if (!said.isEmpty() && !isOnlyAnId(String.valueOf(name), said)) {
          fields.add(Map.of("name", words.ofColumn(String.valueOf(name)), "value", said));
        }
      });
    }
    return fields;
  }

  /** Ids tell a reader nothing; they stand in the other file. */
  private static boolean isOnlyAnId(String name, String said) {
    return (name.equals("id") || name.endsWith("_id"))
        && said.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  private String said(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Boolean yes -> words().of(yes ? "yes" : "no");
      case String text -> moment(text);
      case List<?> all -> String.join(", ", all.stream().map(this::said).toList());
      case Map<?, ?> fields -> {
        List<String> said = new ArrayList<>();
        fields.forEach((name, one) -> said.add(name + ": " + said(one)));
        yield String.join("; ", said);
      }
      case Object other -> other.toString();
    };
  }

  private String moment(String text) {
    if (text.length() < 20 || text.charAt(10) != 'T') {
      return text;
    }
    try {
      return DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.forLanguageTag(language))
          .format(OffsetDateTime.parse(text).atZoneSameInstant(HERE));
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  private Labels words() {
    return new Labels(language);
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
