package nl.achterwacht.notify.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody can turn our server against machines that only it can reach. */
final class DestinationsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:a00:1::1",
        "3fff::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void anAddressThatIsNotPublicIsNeverCalled(String address) {
    assertThat(Destinations.isPublic(InetAddress.ofLiteral(address))).isFalse();
    assertThatThrownBy(() -> Destinations.publicOnly().resolve(address))
        .isInstanceOf(Destinations.Forbidden.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "142.250.1.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.167.255.255",
        "2a00:1450:400e::1",
        "2606:4700::1111"
      })
  void aPublicAddressMayBeCalled(String address) throws Exception {
    assertThat(Destinations.publicOnly().resolve(address)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "2130706433", "127.1"})
  void anotherSpellingOfOurOwnMachineDoesNotHelp(String host) {
    assertThatThrownBy(() -> Destinations.publicOnly().resolve(host))
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void anOwnNetworkMayBeCalledWhenTheOperatorNamesIt() throws Exception {
    var destinations = new Destinations(List.of(Network.of("10.1.2.0/24")));
    assertThat(destinations.resolve("10.1.2.77")).hasSize(1);
    assertThatThrownBy(() -> destinations.resolve("10.1.3.77"))
        .isInstanceOf(Destinations.Forbidden.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0",
        "10.0.0.0/33",
        "10.0.0/8",
        "localhost/8",
        "::/129",
        "10.0.0.0/-1",
        "a.b/1"
      })
  void aNetworkThatIsNoneStopsTheSettings(String text) {
    assertThatThrownBy(() -> Network.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNetworkKnowsItsMembersToTheBit() {
    Network network = Network.of("172.16.0.0/12");
    assertThat(network.contains(InetAddress.ofLiteral("172.31.255.255"))).isTrue();
    assertThat(network.contains(InetAddress.ofLiteral("172.32.0.0"))).isFalse();
    assertThat(network.contains(InetAddress.ofLiteral("::1"))).isFalse();
    assertThat(Network.of("0.0.0.0/0").contains(InetAddress.ofLiteral("8.8.8.8"))).isTrue();
  }
}
