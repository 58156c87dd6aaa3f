package nl.achterwacht.notify.webhook;

import nl.achterwacht.notify.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A notice as a CloudEvent 1.0 in the NL GOV profile. {@code time} is when the notice was logged;
 * when the thing itself happened stands in {@code data}. Attributes get logged along the way, so
 * nothing about people is in them.
 */
final class CloudEvent {
  /** The profile's limit for a whole event. */
  static final int MAX_BYTES = 64 * 1024;

  private static final JsonMapper JSON = JsonMapper.shared();

  private CloudEvent() {}

  /** As UTF-8, the same bytes on every attempt. */
  static byte[] of(Message message, EventSource source) {
    return JSON.writeValueAsBytes(
        JSON.createObjectNode()
            .put("specversion", "1.0")
            .put("id", message.id().toString())
            .put("source", source.urn())
            .put("type", type(message.kind()))
            .put("time", message.madeAt().toString())
            .put("datacontenttype", "application/json")
            .set("data", data(message)));
  }

  /** The type of events about {@code kind}; its number goes up when the data breaks. */
  static String type(String kind) {
    return "nl.achterwacht." + kind + ".v1";
  }

  private static JsonNode data(Message message) {
    try {
      JsonNode data = JSON.readTree(message.dataJson());
      if (data.isObject()) {
        return data;
      }
    } catch (JacksonException e) {
      // Not passed on: the parser's words repeat the data.
    }
    throw new IllegalStateException("the data of notice " + message.id() + " is not a JSON object");
  }
}
