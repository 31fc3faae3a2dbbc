package io.exportctl.fix;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
import io.exportctl.text.Quotation;
import io.exportctl.workspace.Inventory;
import java.util.List;

/**
 * Result of planning fixes, before anything is written.
 *
 * @param files the files that change
 * @param done the fixes made in them
 * @param declined files that could be fixed but are left unchanged, with the reasons
 * @param left the findings that remain in all files
 * @param inventory the workspace with the fixes applied
 */
public record Fixed(
    List<FixedFile> files,
    List<Done> done,
    List<Declined> declined,
    Diagnostics left,
    Inventory inventory) {

  public Fixed {
    files = List.copyOf(files);
    done = List.copyOf(done);
    declined = List.copyOf(declined);
  }

  /**
   * One fix that was made.
   *
   * @param what the fault and its replacement, for people
   */
  public record Done(Location location, String what) {

    /**
     * Describes a finding whose fix was applied.
     *
     * @param location the place of the finding
     */
    public static Done of(Location location, Diagnostic found) {
      return new Done(location, found.message() + " -> " + replacement(found));
    }

    /** Returns the new text; for spaces and for nothing, a word. */
    private static String replacement(Diagnostic found) {
      String text =
          found.fix().orElse(null) instanceof Fix.Rewrite rewrite
              ? rewrite.edits().get(0).text()
              : "";
      if (text.isBlank()) {
        return text.isEmpty() ? "removed" : text.length() == 1 ? "a space" : "spaces";
      }
      return Quotation.cut(text.strip());
    }
  }

  /** A file that is left unchanged, with the reason. */
  public record Declined(String file, String reason) {}

  /**
   * Writes the files; writes none of them if one has changed since it was read.
   *
   * @throws ExportctlException if a file has changed since it was read, or cannot be written
   */
  public void write() {
    List<FileWriting> writings = files.stream().map(FileWriting::new).toList();
    writings.forEach(FileWriting::check);
    writings.forEach(FileWriting::write);
  }
}
