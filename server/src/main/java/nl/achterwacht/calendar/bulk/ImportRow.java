package nl.achterwacht.calendar.bulk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file. Client data: for who imports it.
 *
 * @param number as a spreadsheet shows it
 * @param state waiting, bad, known or planned
 * @param workerId who goes; null when the row is bad, as are the next ones
 * @param visitId what became of it; null until then
 */
public record ImportRow(
    int number,
    String state,
    List<RowFault> faults,
    @Nullable UUID workerId,
    @Nullable String address,
    @Nullable Instant startAt,
    @Nullable Instant endAt,
    @Nullable UUID visitId) {
  public ImportRow {
    faults = List.copyOf(faults);
  }
}
