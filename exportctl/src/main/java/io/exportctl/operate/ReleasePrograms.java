package io.exportctl.operate;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.kind.Kinds;
import io.exportctl.workspace.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Programs of this release, as far as the installation has them. */
final class ReleasePrograms {

  private final Installation installation;
  private final Map<DatasetKind, Optional<String>> sums = new ConcurrentHashMap<>();

  ReleasePrograms(Installation installation) {
    this.installation = installation;
  }

  /** Compares a function's code with the program of its kind; none if that is not installed. */
  Cell<DatasetStatus.Release> compare(DatasetKind kind, Cell<String> sha256) {
    Optional<String> ours = sums.computeIfAbsent(kind, this::sum);
    if (ours.isEmpty() && !sha256.isUnknown()) {
      return Cell.none();
    }
    return sha256.map(
        deployed ->
            deployed.equals(ours.orElse(""))
                ? DatasetStatus.Release.SAME
                : DatasetStatus.Release.OTHER);
  }

  private Optional<String> sum(DatasetKind kind) {
    return Kinds.of(kind).program().flatMap(installation::find).map(ReleasePrograms::sha256);
  }

  private static String sha256(Path file) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return Base64.getEncoder().encodeToString(sum);
    } catch (IOException e) {
      throw ExportctlException.of("cannot read " + file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
