package io.exportctl.register;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.text.Quantity;

/**
 * A file that has errors, so that nothing is said of what it describes.
 *
 * @param path as it is printed
 */
public record Unreadable(String path, long errors) {

  /** The file and how to mend it, for a person. */
  public String message() {
    String count = Quantity.of(errors, "error");
    return printable(path) + " has " + count + " and is left out; exportctl validate shows them";
  }
}
