package nl.achterwacht.policy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The words of the policy in one language, from {@code texts/policy_*.properties}. */
public final class PolicyTexts {
  private static final PolicyTexts DUTCH = new PolicyTexts("nl");
  private static final PolicyTexts ENGLISH = new PolicyTexts("en");

  private final Properties texts;
  private final Locale locale;

  private PolicyTexts(String language) {
    this.texts = load(language);
    this.locale = Locale.of(language);
  }

  /** In English, or else in Dutch. */
  public static PolicyTexts in(String language) {
    return language.equals("en") ? ENGLISH : DUTCH;
  }

  /** What a factor is called. */
  public String name(RiskFactor factor) {
    return text("factor." + factor.name());
  }

  /** What a measure is called, as a heading. */
  public String name(Measure measure) {
    return text("measure." + measure.name());
  }

  /** What a class is called. */
  public String name(RiskClass riskClass) {
    return text("class." + riskClass.text());
  }

  /** A measure in the middle of a sentence: <i>met z'n tweeën</i>. */
  String phrase(Measure measure) {
    return text("phrase." + measure.name());
  }

  /** A reason in the middle of a sentence; a sentence of the organisation's own stays as it is. */
  String reason(String reason) {
    if (RiskFactor.isKnown(reason)) {
      String name = name(RiskFactor.valueOf(reason));
      return name.substring(0, 1).toLowerCase(locale) + name.substring(1);
    }
    return texts.getProperty("reason." + reason, reason);
  }

  /** What is wrong with a table, and where, as a sentence. */
  public String sentence(Fault fault) {
    String what = say("fault." + fault.code(), fault.value());
    if (fault.table() == null) {
      return what;
    }
    String table = text("table." + fault.table());
    if (fault.rule() == 0) {
      return say("fault-in-table", table, what);
    }
    return fault.column() == null
        ? say("fault-in-rule", table, fault.rule(), what)
        : say("fault-in-cell", table, fault.rule(), text("column." + fault.column()), what);
  }

  String say(String key, Object... values) {
    return new MessageFormat(text(key), locale).format(values);
  }

  String text(String key) {
    return Objects.requireNonNull(texts.getProperty(key), key);
  }

  private static Properties load(String language) {
    String file = "/texts/policy_" + language + ".properties";
    var texts = new Properties();
    try (var in = Objects.requireNonNull(PolicyTexts.class.getResourceAsStream(file), file);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
