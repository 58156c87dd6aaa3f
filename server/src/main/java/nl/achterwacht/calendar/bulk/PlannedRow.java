package nl.achterwacht.calendar.bulk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.visit.Appointment;

/**
 * A row that can become a visit.
 *
 * @param key what makes it the same row when it comes again, SHA-256 in hex: the file's own key, or
 *     worker, start and address
 * @param content all that it says, SHA-256 in hex
 */
record PlannedRow(PersonId worker, Appointment appointment, String key, String content) {
  static PlannedRow of(PersonId worker, Appointment planned, String ownKey) {
    String what =
        ownKey.isEmpty()
            ? String.join(
                "\n",
                "row",
                worker.toString(),
                planned.plannedStartAt().toString(),
                planned.place().address().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
            : "key\n" + ownKey;
    return new PlannedRow(worker, planned, hash(what), hash(worker + "\n" + planned));
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "PlannedRow[" + key + "]";
  }
}
