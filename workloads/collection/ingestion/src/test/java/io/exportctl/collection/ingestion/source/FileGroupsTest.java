package io.exportctl.collection.ingestion.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FileGroupsTest {

  private static final long MIB = 1L << 20;

  @Test
  @DisplayName("23: makes few groups of a thousand small files")
  void groupsSmallFiles() {
    List<FileGroup> groups =
        FileGroups.of(manifest(IntStream.range(0, 1000).mapToLong(it -> 1000 + it).toArray()), 4);

    assertThat(groups).hasSize(4);
    assertIsEven(groups);
  }

  @Test
  @DisplayName("23: gives one huge file a group of its own")
  void separatesAHugeFile() {
    long[] sizes = IntStream.range(0, 500).mapToLong(it -> MIB).toArray();
    sizes[250] = 5000 * MIB;

    List<FileGroup> groups = FileGroups.of(manifest(sizes), 2);

    assertThat(groups).filteredOn(it -> it.bytes() >= 5000 * MIB).hasSize(1);
    assertIsEven(groups);
  }

  @Test
  @DisplayName("23: keeps every file once, and no group far above the mean, for any sizes")
  void isEvenForAnySizes() {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      long[] sizes =
          random.longs(1 + random.nextInt(300), 0, 1 + random.nextInt(1 << 30)).toArray();
      Manifest manifest = manifest(sizes);

      List<FileGroup> groups = FileGroups.of(manifest, 1 + random.nextInt(64));

      List<SourceFile> all = new ArrayList<>();
      groups.forEach(it -> all.addAll(it.files()));
      assertThat(all).containsExactlyInAnyOrderElementsOf(manifest.files());
      assertThat(groups).noneMatch(it -> it.files().isEmpty());
      double mean = groups.stream().mapToLong(FileGroup::bytes).average().orElse(0);
      // Each file costs as much as 64 KiB more.
      assertThat((double) largest(groups))
          .isLessThanOrEqualTo(
              mean + (double) largestFile(groups) + manifest.files().size() * 65536.0);
    }
  }

  private static void assertIsEven(List<FileGroup> groups) {
    double mean = groups.stream().mapToLong(FileGroup::bytes).average().orElse(0);
    assertThat((double) largest(groups))
        .isLessThanOrEqualTo(Math.max((double) largestFile(groups), 1.1 * mean));
  }

  private static long largest(List<FileGroup> groups) {
    return groups.stream().mapToLong(FileGroup::bytes).max().orElse(0);
  }

  private static long largestFile(List<FileGroup> groups) {
    return groups.stream()
        .flatMap(it -> it.files().stream())
        .mapToLong(SourceFile::bytes)
        .max()
        .orElse(0);
  }

  private static Manifest manifest(long... sizes) {
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      files.add(new SourceFile("file:/x/" + i, "x/" + i, sizes[i], "1"));
    }
    return new Manifest(files);
  }
}
