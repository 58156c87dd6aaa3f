package nl.achterwacht.privacy;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
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
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.achterwacht.base.Json;
import nl.achterwacht.print.Page;
import nl.achterwacht.print.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/**
 * What is held about one person or address, to hand over.
 *
 * @param title whom or what it is about
 * @param ofPlace it is about an address
 * @param sections by table, those without rows left out
 * @param files to keep beside it, by where they are in the archive
 */
public record PersonalFile(
    String title,
    boolean ofPlace,
    Instant madeAt,
    String language,
    List<Section> sections,
    Map<String, byte[]> files) {
  private static final Pattern ONLY_AN_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
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

  /** All in one: to read, for programs, and what was added. */
  public byte[] zip(String organisation) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      put(zip, words().of("file.html"), html(organisation).getBytes(StandardCharsets.UTF_8));
      put(zip, words().of("file.json"), json().getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(zip, file.getKey(), file.getValue());
      }
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
        if (!said.isEmpty()) {
          fields.add(Map.of("name", words.ofColumn(String.valueOf(name)), "value", said));
        }
      });
    }
    return fields;
  }

  /** Ids tell a reader nothing: they stand in the other file. */
  private String said(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Boolean yes -> words().of(yes ? "yes" : "no");
      case String text when ONLY_AN_ID.matcher(text).matches() -> "";
      case String text when text.startsWith("+") -> PhoneNumbers.readable(text);
      case String text -> moment(words().ofValue(text));
      case List<?> all ->
          all.stream().map(this::said).filter(said -> !said.isEmpty()).collect(joining(", "));
      case Map<?, ?> fields -> {
        List<String> said = new ArrayList<>();
        fields.forEach((name, one) -> {
          String inside = said(one);
          if (!inside.isEmpty()) {
            said.add(words().ofField(String.valueOf(name)) + ": " + inside);
          }
        });
        yield String.join("; ", said);
      }
      case Object other -> other.toString();
    };
  }

  private String moment(String text) {
    try {
      if (text.length() == 10 && text.charAt(4) == '-') {
        return formatter("d MMMM uuuu").format(LocalDate.parse(text));
      }
      return text.length() < 20 || text.charAt(10) != 'T'
          ? text
          : formatter("d MMMM uuuu HH:mm")
              .format(OffsetDateTime.parse(text).atZoneSameInstant(HERE));
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  private DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language));
  }

  private Labels words() {
    return new Labels(language);
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
