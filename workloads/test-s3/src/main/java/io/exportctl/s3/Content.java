package io.exportctl.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Bytes of an object as a list of extents. Neighbouring extents of one origin are joined, so that
 * 48.8 TiB take no memory, and the same bytes in other parts are the same list.
 *
 * <p>Two contents are equal if their {@link Digests#identity} is equal.
 */
public final class Content {

  private final List<Extent> extents;
  private final long size;
  private final Digests digests = new Digests(this);

  private Content(List<Extent> extents) {
    this.extents = List.copyOf(extents);
    this.size = extents.stream().mapToLong(Extent::length).sum();
  }

  /** Bytes of a request; they are not copied. */
  public static Content of(byte[] bytes) {
    return join(List.of(new Content(List.of(new Extent(new Extent.Sent(bytes), 0, bytes.length)))));
  }

  /** Text in UTF-8. */
  public static Content of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** Bytes that are generated from a name. */
  public static Content virtual(String name, long size) {
    return join(List.of(new Content(List.of(new Extent(new Extent.Virtual(name, size), 0, size)))));
  }

  static Content join(List<Content> contents) {
    List<Extent> joined = new ArrayList<>();
    for (Content content : contents) {
      for (Extent next : content.extents) {
        int last = joined.size() - 1;
        if (last >= 0 && joined.get(last).isFollowedBy(next)) {
          joined.set(last, joined.get(last).with(next));
        } else if (next.length() > 0) {
          joined.add(next);
        }
      }
    }
    return new Content(joined);
  }

  Content slice(long from, long length) {
    List<Extent> taken = new ArrayList<>();
    long start = 0;
    for (Extent extent : extents) {
      long first = Math.max(from, start);
      long end = Math.min(from + length, start + extent.length());
      if (first < end) {
        taken.add(extent.slice(first - start, end - first));
      }
      start += extent.length();
    }
    return new Content(taken);
  }

  /** Size in bytes. */
  public long size() {
    return size;
  }

  List<Extent> extents() {
    return extents;
  }

  Digests digests() {
    return digests;
  }

  InputStream open() {
    return new ContentStream(extents);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Content content
        && digests.identity().equals(content.digests.identity());
  }

  @Override
  public int hashCode() {
    return digests.identity().hashCode();
  }

  /** The text, or the names of the virtual bytes. */
  @Override
  public String toString() {
    return extents.stream().map(Extent::toString).collect(Collectors.joining("+"));
  }
}
