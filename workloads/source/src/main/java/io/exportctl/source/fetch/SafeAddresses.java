package io.exportctl.source.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Names and their public addresses. The client connects to what it is given here, so that a name
 * that is looked up again does not lead elsewhere. The special ranges are those of <a
 * href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA</a>.
 */
final class SafeAddresses implements DnsResolver {

  private static final List<AddressRange> SPECIAL =
      AddressRange.all(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "3fff::/20");

  /** All public addresses of IPv6 are in it. */
  private static final AddressRange GLOBAL_UNICAST = AddressRange.find("2000::/3").orElseThrow();

  private final DnsResolver resolver;
  private final List<AddressRange> allowed;

  /**
   * Creates the filter.
   *
   * @param allowed ranges that count as public
   */
  SafeAddresses(DnsResolver resolver, List<AddressRange> allowed) {
    this.resolver = resolver;
    this.allowed = List.copyOf(allowed);
  }

  /** A host without any public address. */
  static final class UnsafeAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    String name = host.replaceAll("^\\[|]$", "");
    InetAddress[] safe =
        Stream.of(resolver.resolve(name)).filter(this::isSafe).toArray(InetAddress[]::new);
    if (safe.length == 0) {
      throw new UnsafeAddressException();
    }
    return safe;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** Java makes an address of IPv4 of one that is mapped to IPv6. */
  private boolean isSafe(InetAddress address) {
    return allowed.stream().anyMatch(it -> it.contains(address))
        || (SPECIAL.stream().noneMatch(it -> it.contains(address))
            && (address instanceof Inet4Address || GLOBAL_UNICAST.contains(address)));
  }
}
