package nl.achterwacht.app;

import java.net.URI;
import nl.achterwacht.travel.VehicleLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The open data of RDW, by which a number plate becomes a make and a colour.
 *
 * @param url of the data set of registered vehicles; null turns it off
 * @param appToken for more questions an hour; a secret
 */
@ConfigurationProperties("achterwacht.rdw")
public record RdwSettings(@Nullable URI url, @Nullable String appToken) {
  public RdwSettings {
    if (url != null && (url.getHost() == null || url.getQuery() != null)) {
      throw new IllegalArgumentException(
          "achterwacht.rdw.url must be a full address without a query");
    }
  }

  VehicleLookup.@Nullable Source source() {
    return url == null ? null : new VehicleLookup.Source(url, appToken);
  }

  @Override
  public String toString() {
    return "RdwSettings[" + url + "]";
  }
}
