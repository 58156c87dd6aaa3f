package nl.achterwacht.notify.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a webhook goes and what signs it: {@code {"url": …, "secrets": ["whsec_…"]}}.
 *
 * @param secrets newest first; more than one while the receiver changes to a new one
 */
record WebhookAddress(URI url, List<WebhookSecret> secrets) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_SECRETS = 5;

  /** Empty if it can never work. A webhook without a secret is none: nobody could trust it. */
  static Optional<WebhookAddress> read(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      var secrets = new ArrayList<WebhookSecret>();
      for (JsonNode secret : node.path("secrets")) {
        secrets.add(WebhookSecret.of(secret.asString("")));
      }
      var url = new URI(node.path("url").asString(""));
      return url.getHost() == null || secrets.isEmpty() || secrets.size() > MOST_SECRETS
          ? Optional.empty()
          : Optional.of(new WebhookAddress(url, List.copyOf(secrets)));
    } catch (JacksonException | URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "WebhookAddress[hidden]";
  }
}
