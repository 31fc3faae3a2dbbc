package io.exportctl.source.fetch;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A range of IP addresses, such as {@code 10.0.0.0/8}.
 *
 * @param network its first address, as a number
 * @param bytes of an address: 4 or 16
 * @param prefix leading bits that all addresses share
 */
public record AddressRange(BigInteger network, int bytes, int prefix) {

  // Digits and colons only: a name would be looked up.
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*)/([0-9]{1,3})");

  /** Parses a range; empty if the text is not one. */
  public static Optional<AddressRange> find(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      byte[] address = InetAddress.getByName(matcher.group(1)).getAddress();
      int prefix = Integer.parseInt(matcher.group(2));
      BigInteger network = new BigInteger(1, address);
      int host = address.length * 8 - prefix;
      if (host < 0 || (network.signum() != 0 && network.getLowestSetBit() < host)) {
        return Optional.empty();
      }
      return Optional.of(new AddressRange(network, address.length, prefix));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  static List<AddressRange> all(String... texts) {
    return Stream.of(texts).map(it -> find(it).orElseThrow()).toList();
  }

  boolean contains(InetAddress address) {
    byte[] octets = address.getAddress();
    return octets.length == bytes
        && new BigInteger(1, octets).xor(network).bitLength() <= bytes * 8 - prefix;
  }
}
