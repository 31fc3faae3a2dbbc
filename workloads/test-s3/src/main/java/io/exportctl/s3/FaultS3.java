package io.exportctl.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.paginators.ListPartsIterable;

/**
 * S3 in memory, with a journal of all calls, and with faults before or after a call takes effect.
 * Tests call it directly, as the SDK's client, or through {@link S3Server}.
 */
public final class FaultS3 extends FaultInjector {

  public static final String EXPORT = "export-bucket";
  public static final String TARGET = "target-bucket";

  /** Account ids of the owners of both buckets. */
  public static final String EXPORT_ACCOUNT = "123456789012";

  public static final String TARGET_ACCOUNT = "210987654321";

  /** Everything that was ever written to the export bucket, as {@code key=body}. */
  public final List<String> written = Collections.synchronizedList(new ArrayList<>());

  public final Bucket export = new Bucket();
  public final Bucket target = new Bucket();

  private final MemoryS3 memory;

  private FaultS3(MemoryS3 memory) {
    super(memory);
    this.memory = memory;
    memory.state.buckets.put(EXPORT, export);
    memory.state.buckets.put(TARGET, target);
  }

  /**
   * Creates an S3 with a versioned export bucket and target; the export bucket guards its deletes.
   */
  public static FaultS3 create() {
    FaultS3 s3 = new FaultS3(new MemoryS3());
    s3.export.deletesGuarded = true;
    s3.target.owner = TARGET_ACCOUNT;
    return s3;
  }

  // Methods for tests.

  public FaultS3 at(InstantSource clock) {
    memory.state.clock = clock;
    return this;
  }

  /** Maximum number of entries in a page of a listing. */
  public void pageSize(int size) {
    memory.state.pageSize = size;
  }

  public String write(String key, String body, Tag... tags) {
    return write(key, Content.of(body), Map.of("from", body), tags);
  }

  /** Writes the body if it has this size, otherwise as many virtual bytes of that name. */
  public String write(
      String key, String body, long size, Map<String, String> metadata, Tag... tags) {
    boolean itself = body.getBytes(UTF_8).length == size;
    return write(key, itself ? Content.of(body) : Content.virtual(body, size), metadata, tags);
  }

  public String write(String key, Content body, Map<String, String> metadata, Tag... tags) {
    synchronized (memory) {
      written.add(key + "=" + body);
      return memory
          .state
          .add(
              export,
              key,
              body,
              ChecksumAlgorithm.CRC64_NVME,
              new Attributes(Map.of("Metadata", metadata)),
              List.of(tags))
          .versionId();
    }
  }

  /** Writes a version as if versioning had not been enabled yet. */
  public void writeUnversioned(String key, String body) {
    Bucket.Versioning now = export.versioning;
    export.versioning = Bucket.Versioning.NEVER;
    write(key, body);
    export.versioning = now;
  }

  /** Puts a delete marker on the key, as another client would. */
  public void mark(String key) {
    synchronized (memory) {
      memory.state.mark(export, key);
    }
  }

  public void dropTarget() {
    synchronized (memory) {
      memory.state.buckets.remove(TARGET);
    }
  }

  public Optional<StoredVersion> current(String bucket, String key) {
    synchronized (memory) {
      return memory.state.bucket(bucket).current(key);
    }
  }

  /** Versions of a key, newest first. */
  public List<StoredVersion> versions(String bucket, String key) {
    synchronized (memory) {
      return List.copyOf(memory.state.bucket(bucket).versions(key));
    }
  }

  public String target(String key) {
    return current(TARGET, key).map(StoredVersion::body).orElse("nothing");
  }

  /** Uploads to the target in progress, by their ids. */
  public Map<String, Upload> uploads() {
    return target.uploads;
  }

  /** Everything that the export bucket still holds, in the form of {@link #written}. */
  public List<String> readable() {
    synchronized (memory) {
      return export.keys.values().stream()
          .flatMap(List::stream)
          .filter(StoredVersion::isData)
          .map(it -> it.key() + "=" + it.body())
          .toList();
    }
  }

  public static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  // The interface of S3.

  /** Returns the answer to a request that was sent to the wrong Region, and journals it. */
  Optional<Redirect> redirect(WireRequest request) {
    synchronized (memory) {
      Optional<Redirect> redirect =
          Optional.ofNullable(memory.state.buckets.get(request.bucket()))
              .flatMap(bucket -> bucket.home)
              .flatMap(home -> Redirect.of(request, home));
      redirect.ifPresent(
          it -> journal.add("%s to the wrong Region: %d".formatted(request.method(), it.status())));
      return redirect;
    }
  }

  /** Lists page by page; each page is one call. */
  @Override
  public ListPartsIterable listPartsPaginator(ListPartsRequest request) {
    return new ListPartsIterable(this, request);
  }
}
