package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.incident.Letter;
import nl.achterwacht.incident.LetterTemplates;
import nl.achterwacht.print.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** What the organisation's letters say: its own text or ours, tried out before it is kept. */
@Controller
public final class LetterTemplateRoutes {
  private final IncidentDoors doors;
  private final IncidentPapers papers;

  public LetterTemplateRoutes(IncidentDoors doors) {
    this.doors = doors;
    this.papers = new IncidentPapers(doors);
  }

  record TemplateJson(String template, String subject, String body, boolean isOwn) {}

  record TemplatesJson(List<TemplateJson> items, List<String> names) {}

  @GetMapping(BASE + "/letter-templates")
  Answer all(Received in) {
    return doors.acts().forCaller(in, tx -> Answer.ok(all(tx, in)));
  }

  @PutMapping(BASE + "/letter-templates/{template}")
  Answer set(Received in) {
    Letter.Text text = checked(in.body(LetterRoutes.LetterText.class));
    String template = template(in);
    return doors
        .acts()
        .once(
            in,
            (tx, _) -> {
              doors
                  .templates()
                  .set(tx, in.caller().organisation(), template, text, in.caller().person());
              return Answer.ok(all(tx, in));
            });
  }

  @DeleteMapping(BASE + "/letter-templates/{template}")
  Answer useShipped(Received in) {
    String template = template(in);
    return doors
        .acts()
        .once(
            in,
            (tx, _) -> {
              doors.templates().useShipped(tx, in.caller().organisation(), template);
              return Answer.ok(all(tx, in));
            });
  }

  /** The text with made-up values, to see how it reads. */
  @PostMapping(BASE + "/letter-template-previews")
  Answer preview(Received in) {
    Letter.Text text = checked(in.body(LetterRoutes.LetterText.class));
    Letter.Text filled = LetterTemplates.filled(text, papers.madeUp(in.caller()));
    return Answer.ok(new LetterRoutes.LetterText(filled.subject(), filled.body()));
  }

  private TemplatesJson all(Tx tx, Received in) {
    List<TemplateJson> items =
        LetterTemplates.ALL.stream()
            .map(template -> {
              Optional<Letter.Text> own =
                  doors.templates().own(tx, in.caller().organisation(), template);
              Letter.Text text = own.orElseGet(() -> LetterTemplates.shipped(template));
              return new TemplateJson(template, text.subject(), text.body(), own.isPresent());
            })
            .toList();
    return new TemplatesJson(items, LetterTemplates.NAMES);
  }

  private static String template(Received in) {
    String template = in.path().getOrDefault("template", "");
    if (!LetterTemplates.ALL.contains(template)) {
      throw Refusal.notFound("template");
    }
    return template;
  }

  /** A text that can be filled: what is wrong stands at its own field. */
  private static Letter.Text checked(LetterRoutes.LetterText asked) {
    Map<String, String> values = new LinkedHashMap<>();
    LetterTemplates.NAMES.forEach(name -> values.put(name, name));
    check("/subject", asked.subject(), values);
    check("/body", asked.body(), values);
    return new Letter.Text(asked.subject().strip(), asked.body().strip());
  }

  private static void check(String pointer, String text, Map<String, String> values) {
    if (text.isBlank()) {
      throw Refusal.invalid(pointer, "blank", "This asks words.");
    }
    try {
      Page.ownText(text, values);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(pointer, "template", String.valueOf(e.getMessage()));
    }
  }
}
