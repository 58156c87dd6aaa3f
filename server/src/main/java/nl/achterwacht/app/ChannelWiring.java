package nl.achterwacht.app;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import nl.achterwacht.app.Settings.MailServer;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseClock;
import nl.achterwacht.notify.Channel;
import nl.achterwacht.notify.ChannelKind;
import nl.achterwacht.notify.VapidStore;
import nl.achterwacht.notify.mail.MailChannel;
import nl.achterwacht.notify.mail.MailSettings;
import nl.achterwacht.notify.push.VapidKeys;
import nl.achterwacht.notify.push.WebPushChannel;
import nl.achterwacht.notify.webhook.EventSource;
import nl.achterwacht.notify.webhook.WebhookChannel;
import nl.achterwacht.notify.wire.Destinations;
import nl.achterwacht.notify.wire.HttpCourier;
import nl.achterwacht.notify.wire.Network;
import nl.achterwacht.travel.VehicleLookup;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What reaches outside: the channels, and a register elsewhere. Each made from the settings. */
@Configuration(proxyBeanMethods = false)
class ChannelWiring {
  @Bean
  HttpCourier courier(Settings settings) throws NoSuchAlgorithmException {
    return new HttpCourier(destinations(settings), SSLContext.getDefault());
  }

  @Bean
  VehicleLookup vehicleLookup(RdwSettings settings, HttpCourier courier) {
    return new VehicleLookup(settings.source(), courier);
  }

  @Bean
  VapidKeys vapidKeys(Database database) {
    var pair =
        database.inTransaction(tx ->
            new VapidStore()
                .keep(
                    tx,
                    () -> {
                      VapidKeys made = VapidKeys.generate();
                      return new VapidStore.Pair(made.publicKey(), made.privateKey());
                    }));
    return new VapidKeys(pair.publicKey(), pair.privateKey());
  }

  @Bean
  Channel mail(Settings settings, @Value("${server.port:8080}") int port) {
    MailServer server = settings.mail();
    if (server != null) {
      return new MailChannel(mailSettings(server, publicUrl(settings, port)));
    }
    return settings.exampleTown()
        ? new MailFolder(settings.data().resolve("mail"))
        : new NotConfigured(ChannelKind.EMAIL);
  }

  @Bean
  Channel webPush(Settings settings, VapidKeys keys, HttpCourier courier, DatabaseClock clock) {
    return new WebPushChannel(keys, settings.pushContact(), courier, clock);
  }

  @Bean
  Channel webhook(Settings settings, HttpCourier courier, DatabaseClock clock) {
    var source = new EventSource(settings.eventSource());
    return new WebhookChannel(organisation -> source, courier, clock);
  }

  /** How browsers reach us: as set, or this machine itself. */
  static URI publicUrl(Settings settings, int port) {
    return settings.publicUrl() == null
        ? URI.create("http://localhost:" + port)
        : settings.publicUrl();
  }

  private static Destinations destinations(Settings settings) {
    return new Destinations(settings.alsoAllowedTargets().stream().map(Network::of).toList());
  }

  private static MailSettings mailSettings(MailServer server, URI publicUrl) {
    String user = server.user();
    String password = server.password();
    return new MailSettings(
        server.host(),
        server.port(),
        MailSettings.Security.valueOf(server.security().toUpperCase(Locale.ROOT)),
        user == null || password == null ? null : new MailSettings.Login(user, password),
        server.from(),
        server.ehloName(),
        publicUrl);
  }
}
