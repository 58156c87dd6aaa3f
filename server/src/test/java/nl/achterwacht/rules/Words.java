package nl.achterwacht.rules;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.achterwacht.Cast;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/** Says a record in few words: moments as clock times, people by name. */
final class Words {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Europe/Amsterdam"));

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH)
          .withZone(ZoneId.of("Europe/Amsterdam"));

  private static final Map<PersonId, String> NAMES =
      Map.of(Cast.ANNA, "Anna", Cast.BRAM, "Bram", Cast.CARLA, "Carla", Cast.DIRK, "Dirk");

  private Words() {}

  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "–";
      case Instant moment when isAnotherDay(moment) -> DAY.format(moment);
      case Instant moment -> CLOCK.format(moment).replaceFirst(":00$", "");
      case Duration duration ->
          duration.toSecondsPart() == 0
              ? duration.toMinutes() + " min"
              : duration.toSeconds() + " s";
      case PersonId person -> NAMES.getOrDefault(person, person.toString());
      case Optional<?> optional -> of(optional.orElse(null));
      case Collection<?> many -> many.isEmpty() ? "none" : list(many);
      case Record one -> record(one);
      default -> value.toString();
    };
  }

  /** Of what goes on for months, the day counts and not the hour. */
  private static boolean isAnotherDay(Instant moment) {
    return Duration.between(Cast.T14_00, moment).abs().compareTo(Duration.ofDays(2)) > 0;
  }

  private static String list(Collection<?> many) {
    return String.join(", ", many.stream().map(Words::of).toList());
  }

  private static String record(Record one) {
    List<String> parts = new ArrayList<>();
    for (RecordComponent component : one.getClass().getRecordComponents()) {
      String name = component.getName();
      String text = of(value(one, component));
      parts.add(
          text.equals("true") ? name : text.equals("false") ? "not " + name : name + " " + text);
    }
    String name = one.getClass().getSimpleName();
    return parts.isEmpty() ? name : name + "(" + String.join(", ", parts) + ")";
  }

  private static @Nullable Object value(Record one, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(one);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.toString(), e);
    }
  }
}
