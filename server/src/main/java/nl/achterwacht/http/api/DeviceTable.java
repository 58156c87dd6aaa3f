package nl.achterwacht.http.api;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.achterwacht.http.api.DeviceJson.BatteryJson;
import nl.achterwacht.http.api.DeviceJson.HolderJson;
import nl.achterwacht.http.api.DeviceJson.TestJson;
import nl.achterwacht.print.Page;
import nl.achterwacht.print.Table;
import org.jspecify.annotations.Nullable;

/** The register of personal alarms as a table to keep: a line for each, as the page shows it. */
final class DeviceTable {
  private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

  private final Map<String, String> words;

  DeviceTable(String language) {
    this.words = Page.words("devices", language);
  }

  Table of(List<DeviceJson> devices) {
    return new Table(
        "devices",
        List.of(word("columns").split(";", -1)),
        devices.stream().map(this::row).toList());
  }

  private List<@Nullable Object> row(DeviceJson one) {
    @Nullable HolderJson holder = one.holder();
    @Nullable TestJson test = one.lastTest();
    @Nullable BatteryJson battery = one.battery();
    return Arrays.asList(
        word("k." + one.kind()),
        one.maker(),
        one.number(),
        one.note(),
        one.teamName(),
        holder == null ? null : holder.name(),
        holder == null ? null : moment(holder.since()),
        test == null ? null : moment(test.at()),
        word(test == null ? "never" : test.works() ? "works" : "fails"),
        test == null ? null : test.byName(),
        test == null ? null : test.workplaceName(),
        moment(one.testDueAt()),
        battery == null ? null : battery.percent(),
        battery == null ? null : moment(battery.at()),
        moment(one.removedAt()));
  }

  private static @Nullable LocalDateTime moment(@Nullable Instant at) {
    return at == null ? null : LocalDateTime.ofInstant(at, NETHERLANDS);
  }

  private String word(String key) {
    String word = words.get(key);
    if (word == null) {
      throw new IllegalStateException("no words for " + key);
    }
    return word;
  }
}
