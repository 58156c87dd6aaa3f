package nl.achterwacht.notify.wire;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * A range of internet addresses, written as {@code 10.1.2.0/24} or {@code fd00::/8}.
 *
 * @param base any address in the range
 * @param prefixBits how many leading bits all addresses in it share
 */
public record Network(InetAddress base, int prefixBits) {
  /** Reads the written form; anything else, also a host name, is an error of the settings. */
  public static Network of(String text) {
    String[] parts = text.strip().split("/", -1);
    if (parts.length != 2
        || !parts[0].matches("(\\d{1,3}\\.){3}\\d{1,3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")
        || !parts[1].matches("\\d{1,3}")) {
      throw new IllegalArgumentException("not a network, such as 10.1.2.0/24: " + text);
    }
    InetAddress base = literal(parts[0]);
    int bits = Integer.parseInt(parts[1]);
    if (bits > base.getAddress().length * 8) {
      throw new IllegalArgumentException("more bits than the address has: " + text);
    }
    return new Network(base, bits);
  }

  /** Whether {@code address} lies in this range. */
  public boolean contains(InetAddress address) {
    byte[] ours = base.getAddress();
    byte[] theirs = address.getAddress();
    return ours.length == theirs.length && prefix(ours).equals(prefix(theirs));
  }

  private BigInteger prefix(byte[] address) {
    return new BigInteger(1, address).shiftRight(address.length * 8 - prefixBits);
  }

  private static InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not an internet address: " + text, e);
    }
  }

  @Override
  public String toString() {
    return base.getHostAddress() + "/" + prefixBits;
  }
}
