package nl.achterwacht.travel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number plate as somebody typed it, read as a Dutch one. It is never refused: what looks wrong
 * is warned about, and what is no Dutch pattern is kept as it was typed and marked. Pure.
 *
 * @param written with the dashes where they belong; else as typed, without spaces around it
 * @param mark what kind of plate it is
 * @param sidecode which of the Dutch patterns, from 1; 0 when it is none
 * @param warnings what should be looked at again; often none
 */
public record Plate(String written, Mark mark, int sidecode, List<Warning> warnings) {
  /** What kind of plate. The text form never changes. */
  public enum Mark {
    /** One of the patterns of civil plates. */
    DUTCH("dutch"),
    /** Of the armed forces: two letters of theirs and four digits. */
    MILITARY("military"),
    /** Of an embassy or of the International Court of Justice. */
    DIPLOMATIC("diplomatic"),
    /** From abroad, or mistyped: a machine cannot tell which. */
    OTHER("other");

    private final String text;

    Mark(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** Why a plate should be looked at again. The text form never changes. */
  public enum Warning {
    /** No Dutch pattern. */
    UNKNOWN_PATTERN("unknown-pattern"),
    /** Vowels, C and Q are not given out in this pattern: an O for a 0, perhaps. */
    UNUSUAL_LETTER("unusual-letter"),
    /** This group of letters is never given out. */
    UNUSED_GROUP("unused-group");

    private final String text;

    Warning(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** What the first letter says the plate was given out for. The text form never changes. */
  public enum Sort {
    LIGHT_VAN("light-van"),
    HEAVY_GOODS("heavy-goods"),
    MOTORBIKE("motorbike"),
    MOPED("moped"),
    TRAILER("trailer");

    private final String text;

    Sort(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  private static final Pattern BETWEEN = Pattern.compile("[\\s.\\-]+");
  private static final Pattern DIPLOMATS = Pattern.compile("CDJ?[0-9]{1,5}");

  /** The first letters of military plates; from general knowledge, so they only mark. */
  private static final Pattern ARMED_FORCES =
      Pattern.compile("(DM|KL|KM|KN|KP|KR|KT|KV|KX|KZ|LM)[0-9]{4}");

  private static final String UNUSUAL = "AEIOUCQ";
  private static final Set<String> UNUSED =
      Set.of("GVD", "KKK", "NSB", "PKK", "PSV", "TBS", "SS", "SD");
  private static final Set<String> PARTIES = Set.of("PVV", "SGP", "VVD");

  public Plate {
    warnings = List.copyOf(warnings);
  }

  /** Reads what somebody typed: with or without dashes, dots or spaces, in any case. */
  public static Plate read(String typed) {
    String signs = signsOf(typed);
    if (DIPLOMATS.matcher(signs).matches()) {
      return asTyped(typed, Mark.DIPLOMATIC, List.of());
    }
    if (ARMED_FORCES.matcher(signs).matches()) {
      return asTyped(typed, Mark.MILITARY, List.of());
    }
    return Sidecode.of(signs)
        .map(sidecode -> dutch(sidecode, signs))
        .orElseGet(() -> asTyped(typed, Mark.OTHER, List.of(Warning.UNKNOWN_PATTERN)));
  }

  /** The plate in a form that may be kept: null for nothing typed. */
  public static @Nullable String tidy(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : read(typed).written();
  }

  /** The capitals and digits alone, as registers ask for them. */
  public String signs() {
    return signsOf(written);
  }

  /** What it was given out for, as far as the first letter tells; a car's tells nothing. */
  public Optional<Sort> sort() {
    Optional<Sidecode> pattern = Sidecode.of(signs());
    if (mark != Mark.DUTCH || pattern.isEmpty() || !pattern.get().hasNoVowels()) {
      return Optional.empty();
    }
    return switch (lettersOf(signs()).charAt(0)) {
      case 'V' -> Optional.of(Sort.LIGHT_VAN);
      case 'B' -> Optional.of(Sort.HEAVY_GOODS);
      case 'M' -> Optional.of(Sort.MOTORBIKE);
      case 'D', 'F' -> Optional.of(Sort.MOPED);
      case 'W', 'O' -> Optional.of(Sort.TRAILER);
      default -> Optional.empty();
    };
  }

  private static Plate dutch(Sidecode sidecode, String signs) {
    var warnings = new ArrayList<Warning>();
    String written = sidecode.written(signs);
    if (sidecode.hasNoVowels() && hasUnusualLetter(lettersOf(signs))) {
      warnings.add(Warning.UNUSUAL_LETTER);
    }
    if (Stream.of(written.split("-", -1)).anyMatch(group -> isUnused(sidecode, group))) {
      warnings.add(Warning.UNUSED_GROUP);
    }
    return new Plate(written, Mark.DUTCH, sidecode.number(), warnings);
  }

  /** Trailers have an O in front; nothing else does. */
  private static boolean hasUnusualLetter(String letters) {
    String rest = letters.startsWith("O") ? letters.substring(1) : letters;
    return rest.chars().anyMatch(letter -> UNUSUAL.indexOf(letter) >= 0);
  }

  private static boolean isUnused(Sidecode sidecode, String group) {
    return sidecode.hasNoVowels()
        && (UNUSED.contains(group) || (sidecode.hasNoParties() && PARTIES.contains(group)));
  }

  private static String lettersOf(String signs) {
    return signs.replaceAll("[0-9]", "");
  }

  private static Plate asTyped(String typed, Mark mark, List<Warning> warnings) {
    return new Plate(typed.strip(), mark, 0, warnings);
  }

  private static String signsOf(String typed) {
    return BETWEEN.matcher(typed.strip().toUpperCase(Locale.ROOT)).replaceAll("");
  }
}
