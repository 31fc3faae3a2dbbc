package io.exportctl.cli.option;

import static io.exportctl.text.Quotation.quote;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a day of the calendar on the command line. */
public final class DateConverter implements ITypeConverter<LocalDate> {

  @Override
  public LocalDate convert(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(quote(value) + " is not a date, expected 2027-03-31 or so");
    }
  }
}
