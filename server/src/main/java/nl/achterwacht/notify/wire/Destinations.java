package nl.achterwacht.notify.wire;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where calls to addresses that others typed in may go: public hosts over HTTPS. Without this,
 * somebody who may set a webhook could let our server talk to machines that only it can reach
 * (databases, routers, a cloud's metadata service).
 *
 * <p>What counts is the address that a name stands for at the moment of the call, not the name.
 */
public final class Destinations {
  private static final List<Network> NOT_PUBLIC =
      networks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared by providers; also a cloud's metadata service
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // a cloud's host agent behind a public number
          "169.254.0.0/16", // link-local; the usual metadata service
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // former 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4", // reserved and broadcast
          "2001::/23", // protocol assignments, Teredo: an IPv4 address in disguise
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4: an IPv4 address in disguise
          "3fff::/20"); // documentation

  /** Everything public in IPv6 lies in here; loopback, unique-local and link-local do not. */
  private static final Network GLOBAL_IPV6 = Network.of("2000::/3");

  private final List<Network> alsoAllowed;

  /**
   * @param alsoAllowed networks of the organisation's own that may be called too, also without TLS;
   *     empty unless the operator decides otherwise
   */
  public Destinations(List<Network> alsoAllowed) {
    this.alsoAllowed = List.copyOf(alsoAllowed);
  }

  /** Public hosts over HTTPS and nothing else. */
  public static Destinations publicOnly() {
    return new Destinations(List.of());
  }

  /**
   * Why {@code target} may never be called, whatever its name stands for; null when it may, as far
   * as its form tells. Asks no name server.
   */
  @Nullable String objectionTo(URI target) {
    String scheme = target.getScheme();
    boolean isHttp = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
    if (!isHttp || target.getHost() == null || target.getRawUserInfo() != null) {
      return "not a full https address";
    }
    if ("http".equalsIgnoreCase(scheme) && alsoAllowed.isEmpty()) {
      return "not protected by TLS";
    }
    return null;
  }

  /**
   * All addresses of {@code host}, each of which may be called.
   *
   * @throws Forbidden if one may not: a name with both kinds is a trick, not an accident
   * @throws UnknownHostException if the name stands for nothing
   */
  InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (InetAddress address : addresses) {
      if (!isAllowedSpecially(address) && !isPublic(address)) {
        throw new Forbidden("not a public address");
      }
    }
    return addresses;
  }

  /** Plain HTTP stays inside the networks that the operator named. */
  void requireOwnNetwork(String host) throws UnknownHostException {
    for (InetAddress address : InetAddress.getAllByName(host)) {
      if (!isAllowedSpecially(address)) {
        throw new Forbidden("not protected by TLS");
      }
    }
  }

  private boolean isAllowedSpecially(InetAddress address) {
    return alsoAllowed.stream().anyMatch(network -> network.contains(address));
  }

  static boolean isPublic(InetAddress address) {
    if (NOT_PUBLIC.stream().anyMatch(network -> network.contains(address))) {
      return false;
    }
    return address.getAddress().length == 4 || GLOBAL_IPV6.contains(address);
  }

  private static List<Network> networks(String... texts) {
    return List.of(texts).stream().map(Network::of).toList();
  }

  /** The host stands for an address that we may not call. */
  static final class Forbidden extends UnknownHostException {
    Forbidden(String why) {
      super(why);
    }
  }
}
