package nl.achterwacht.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of {@code bad-requests.txt}: what is sent, and what must come back. */
record BadRequest(
    String name,
    String who,
    String method,
    String path,
    @Nullable String type,
    @Nullable String body,
    int status,
    String problem) {
  private static final Pattern REPEATED = Pattern.compile("\\{(.)\\*([0-9]+)}");
  private static final Pattern MOMENT = Pattern.compile("\\{now ([^}]+)}");
  private static final Pattern VISIT = Pattern.compile("\\{visit ([^}]+)}");
  private static final Pattern NUMBERS = Pattern.compile("\\{numbers ([0-9]+)}");
  private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)}");

  static List<BadRequest> table() {
    try (InputStream in = BadRequest.class.getResourceAsStream("/bad-requests.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(BadRequest::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BadRequest read(String line) {
    String[] cells = line.split(" \\| ", 5);
    String[] request = cells[2].split(" ", 2);
    String[] answer = cells[4].split(" ", 2);
    String type = "application/json";
    String body = cells[3];
    if (body.startsWith("@")) {
      type = body.substring(1, body.indexOf(' '));
      body = body.substring(body.indexOf(' ') + 1);
    }
    boolean none = body.equals("-");
    return new BadRequest(
        cells[0],
        cells[1],
        request[0],
        request[1],
        none ? null : type,
        none ? null : body,
        Integer.parseInt(answer[0]),
        answer[1]);
  }

  /** {@code text} with everything between braces filled in. */
  static String filled(String text, Map<String, String> names, Instant now) {
    String filled = VISIT.matcher(text).replaceAll(found -> quoted(visit(found.group(1))));
    filled = NUMBERS.matcher(filled).replaceAll(found -> quoted(numbers(found.group(1))));
    filled =
        MOMENT
            .matcher(filled)
            .replaceAll(found -> now.plus(Duration.parse(found.group(1))).toString());
    filled =
        REPEATED
            .matcher(filled)
            .replaceAll(found -> quoted(found.group(1).repeat(Integer.parseInt(found.group(2)))));
    return NAME.matcher(filled)
        .replaceAll(found -> quoted(names.getOrDefault(found.group(1), found.group())));
  }

  private static String visit(String start) {
    return "{\"place\":{\"address\":\"D 1\"},\"plannedStartAt\":\"{now "
        + start
        + "}\",\"plannedEndAt\":\"{now "
        + Duration.parse(start).plusHours(1)
        + "}\"}";
  }

  private static String numbers(String grace) {
    return "{\"reminderSeconds\":300,\"graceSeconds\":"
        + grace
        + ",\"highRiskGraceSeconds\":120,\"extensionMinutes\":15,\"journeyMarginMinutes\":15,"
        + "\"shiftSignEverySeconds\":7200,\"panicHoldMillis\":2000}";
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }

  @Override
  public String toString() {
    return status + " " + name;
  }
}
