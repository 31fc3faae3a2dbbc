package io.exportctl.source.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that a fetch may connect to. */
class SafeAddressesTest {

  private static final DnsResolver NUMBERS =
      new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
          return TestFetch.addresses(host.split(",", -1));
        }

        @Override
        public String resolveCanonicalHostname(String host) {
          return host;
        }
      };

  private static List<InetAddress> safe(String host, String... allowed) {
    try {
      return List.of(new SafeAddresses(NUMBERS, AddressRange.all(allowed)).resolve(host));
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  @ParameterizedTest
  @DisplayName("S06: addresses that are not public")
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::10.0.0.1",
        "::ffff:10.0.0.1",
        "[::ffff:127.0.0.1]",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "64:ff9b::a00:1",
        "2001::1",
        "2001:db8::1",
        "2002:a00:1::",
        "fec0::1"
      })
  void refusesPrivateAddresses(String address) {
    assertThat(safe(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.1.1.1", "100.63.255.255", "172.32.0.1", "::ffff:1.1.1.1", "2606:4700::1111"})
  void takesPublicAddresses(String address) {
    assertThat(safe(address)).hasSize(1);
  }

  @Test
  @DisplayName("S07: of a name with public and private addresses only the public ones stay")
  void leavesOutPrivateAddressesOfAName() {
    assertThat(safe("10.0.0.1,1.1.1.1,::1"))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("1.1.1.1");
  }

  @Test
  void takesRangesThatAreAllowed() {
    assertThat(safe("127.0.0.1,10.0.0.1", "127.0.0.0/8"))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("127.0.0.1");
    assertThat(safe("::1", "::1/128")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0", "10.0.0.1/8", "localhost/8", "1.2.3.4/33", "::/129", ":/1", ""})
  void refusesRangesThatAreNone(String text) {
    assertThat(AddressRange.find(text)).isEmpty();
  }
}
