package io.exportctl.s3;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A bucket: its versions, its uploads, and the caller's permissions. */
public final class Bucket {

  /** State of versioning, as GetBucketVersioning reports it. */
  public enum Versioning {
    NEVER(""),
    ENABLED("Enabled"),
    SUSPENDED("Suspended");

    private final String status;

    Versioning(String status) {
      this.status = status;
    }

    /** Null if versioning was never enabled, as S3 reports no status then. */
    String status() {
      return status.isEmpty() ? null : status;
    }

    static Versioning of(String status) {
      return Arrays.stream(values())
          .filter(it -> it.status.equals(status))
          .findFirst()
          .orElseThrow(() -> Answers.refusal(400, "MalformedXML"));
    }
  }

  /** The versions of each key, newest first. */
  final NavigableMap<String, List<StoredVersion>> keys = new TreeMap<>(Keys.ORDER);

  /** Multipart uploads in progress, by their ids. */
  final Map<String, Upload> uploads = new TreeMap<>();

  public Versioning versioning = Versioning.ENABLED;

  /** True if HEAD of a missing key is answered 404, false if it is answered 403. */
  public boolean mayBeListed = true;

  /** True if the caller may read objects. */
  public boolean mayBeRead = true;

  /**
   * True if a delete must be conditional and must not name a version, as the policy of the
   * function's role demands for the export bucket.
   */
  public boolean deletesGuarded;

  /**
   * Home of the bucket. A request over HTTP that is signed for another Region is redirected; empty
   * accepts all Regions.
   */
  public Optional<Home> home = Optional.empty();

  /**
   * A Region.
   *
   * @param optIn accounts must enable it; see <a
   *     href="https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html">the
   *     list of them</a>
   */
  public record Home(String region, boolean optIn) {}

  /** Account id of the bucket's owner. */
  public String owner = "123456789012";

  /** True if a request that names no expected owner of this bucket is refused. */
  public boolean ownerMustBeExpected;

  /**
   * True if the KMS key that encrypts the objects is disabled: they cannot be read, and HEAD cannot
   * tell their checksums.
   */
  public boolean keyDisabled;

  static Bucket unversioned() {
    Bucket bucket = new Bucket();
    bucket.versioning = Versioning.NEVER;
    return bucket;
  }

  /** Versions of a key, newest first. */
  List<StoredVersion> versions(String key) {
    return keys.getOrDefault(key, List.of());
  }

  Optional<StoredVersion> current(String key) {
    return versions(key).stream().findFirst().filter(StoredVersion::isData);
  }

  /**
   * Finds the version that a request addresses, which must be data.
   *
   * @param versionId null for the current version
   */
  StoredVersion read(String key, String versionId) {
    if (!mayBeRead) {
      throw Answers.refusal(403, "AccessDenied");
    }
    if (versionId == null) {
      return current(key).orElseThrow(() -> missing("NoSuchKey"));
    }
    StoredVersion found =
        versions(key).stream()
            .filter(it -> it.versionId().equals(versionId))
            .findFirst()
            .orElseThrow(() -> missing("NoSuchVersion"));
    if (!found.isData()) {
      throw Answers.refusal(405, "MethodNotAllowed");
    }
    return found;
  }

  /** Refuses a request that needs the KMS key, if that is disabled. */
  void checkKey() {
    if (keyDisabled) {
      throw Answers.refusal(400, "KMS.DisabledException");
    }
  }

  RuntimeException missing(String code) {
    return mayBeListed ? Answers.refusal(404, code) : Answers.refusal(403, "AccessDenied");
  }

  /**
   * Inserts a version by its age; a version without an id replaces an earlier one without an id.
   */
  void add(StoredVersion version) {
    List<StoredVersion> all = keys.computeIfAbsent(version.key(), key -> new ArrayList<>());
    if (version.versionId().equals("null")) {
      all.removeIf(it -> it.versionId().equals("null"));
    }
    int newer = 0;
    while (newer < all.size() && all.get(newer).order() > version.order()) {
      newer++;
    }
    all.add(newer, version);
  }

  void replace(StoredVersion old, StoredVersion by) {
    List<StoredVersion> all = keys.get(old.key());
    all.set(all.indexOf(old), by);
  }

  void remove(String key, String versionId) {
    List<StoredVersion> left =
        versions(key).stream().filter(it -> !it.versionId().equals(versionId)).toList();
    keys.remove(key);
    left.forEach(this::add);
  }

  /** Checks the preconditions of a write; either may be null. */
  void check(String key, String ifMatch, String ifNoneMatch) {
    Optional<StoredVersion> current = current(key);
    if (ifMatch != null) {
      StoredVersion there = current.orElseThrow(() -> missing("NoSuchKey"));
      matches(there, ifMatch);
    }
    if (ifNoneMatch != null && current.isPresent()) {
      throw Answers.refusal(412, "PreconditionFailed");
    }
  }

  static void matches(StoredVersion version, String ifMatch) {
    if (ifMatch != null
        && !ifMatch.equals("*")
        && !version.etag().replace("\"", "").equals(ifMatch.replace("\"", ""))) {
      throw Answers.refusal(412, "PreconditionFailed");
    }
  }
}
