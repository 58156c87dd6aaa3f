package nl.achterwacht.notify.push;

import java.util.Locale;
import nl.achterwacht.notify.Message;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What our service worker gets: {@code {id, kind, language, title, text, link, actions: [{name,
 * label}], topic?, urgency: "alarm"|"normal", madeAt}}.
 */
final class PushPayload {
  /** Push services differ; all of them take this much. */
  static final int MAX_BYTES = 3072;

  private static final JsonMapper JSON = JsonMapper.shared();

  private PushPayload() {}

  /** As UTF-8; a text that is too long is cut, for a call without its tail is still a call. */
  static byte[] of(Message message) {
    String text = message.text();
    byte[] json = json(message, text);
    while (json.length > MAX_BYTES && !text.isEmpty()) {
      int points = text.codePointCount(0, text.length());
      text = text.substring(0, text.offsetByCodePoints(0, points * 3 / 4));
      json = json(message, text + "…");
    }
    return json;
  }

  private static byte[] json(Message message, String text) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("id", message.id().toString())
            .put("kind", message.kind())
            .put("language", message.language())
            .put("title", message.title())
            .put("text", text)
            .put("link", message.link());
    ArrayNode actions = node.putArray("actions");
    for (Message.Action action : message.actions()) {
      actions.addObject().put("name", action.name()).put("label", action.label());
    }
    if (message.topic() != null) {
      node.put("topic", message.topic());
    }
    node.put("urgency", message.urgency().name().toLowerCase(Locale.ROOT));
    node.put("madeAt", message.madeAt().toString());
    return JSON.writeValueAsBytes(node);
  }
}
