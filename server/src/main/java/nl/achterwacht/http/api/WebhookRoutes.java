package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.notify.WebhookRegister;
import nl.achterwacht.notify.WebhookRegister.Webhook;
import nl.achterwacht.notify.webhook.WebhookSecret;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where alarms are announced to machines. Whether an address is safe, the channel judges. */
@Controller
@RequestMapping(BASE + "/webhook-endpoints")
public final class WebhookRoutes {
  private final WebhookRegister webhooks;
  private final Acts acts;

  public WebhookRoutes(WebhookRegister webhooks, Acts acts) {
    this.webhooks = webhooks;
    this.acts = acts;
  }

  record EndpointJson(UUID id, String url, boolean active, @Nullable String secret) {
    static EndpointJson of(Webhook webhook, @Nullable String secret) {
      return new EndpointJson(webhook.id(), webhook.url(), webhook.active(), secret);
    }
  }

  record EndpointsJson(List<EndpointJson> items) {}

  record NewEndpoint(String url) {}

  @GetMapping
  Answer all(Received in) {
    OrganisationId organisation = in.caller().organisation();
    return acts.forCaller(
        in,
        tx ->
            Answer.ok(
                new EndpointsJson(
                    webhooks.of(tx, organisation).stream()
                        .map(webhook -> EndpointJson.of(webhook, null))
                        .toList())));
  }

  @PostMapping
  Answer add(Received in) {
    String url = in.body(NewEndpoint.class).url();
    if (!isWebAddress(url)) {
      throw Refusal.invalid("/url", "format", "This is not a web address.");
    }
    OrganisationId organisation = in.caller().organisation();
    String secret = WebhookSecret.generate();
    return acts.once(
        in,
        (tx, _) ->
            Answer.created(EndpointJson.of(webhooks.add(tx, organisation, url, secret), secret)));
  }

  private static boolean isWebAddress(String url) {
    try {
      URI uri = URI.create(url);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getHost() != null && uri.getUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
