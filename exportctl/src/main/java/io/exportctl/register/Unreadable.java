package io.exportctl.register;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.text.Quantity;

/**
 * A file with errors, whose dataset is left out of the register.
 *
 * @param path the path as it is printed
 * @param errors the number of errors
 */
public record Unreadable(String path, long errors) {

  /** Returns a message that names the file and the command that shows its errors. */
  public String message() {
    String count = Quantity.of(errors, "error");
    return printable(path) + " has " + count + " and is left out; exportctl validate shows them";
  }
}
