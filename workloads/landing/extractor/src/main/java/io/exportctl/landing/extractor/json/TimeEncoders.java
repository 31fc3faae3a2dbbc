package io.exportctl.landing.extractor.json;

import java.time.LocalDate;

/** Encoders of dates and timestamps, as PostgreSQL writes them in JSON with the time zone UTC. */
public final class TimeEncoders {

  private static final long MICROS_OF_DAY = 86_400_000_000L;
  private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

  private TimeEncoders() {}

  public static void date(byte[] bytes, int offset, int length, JsonBuffer json) {
    int days = Binary.int32(bytes, offset);
    if (days == Integer.MAX_VALUE || days == Integer.MIN_VALUE) {
      infinity(days > 0, json);
      return;
    }
    LocalDate date = LocalDate.ofEpochDay(EPOCH_DAY + days);
    json.put('"');
    date(date, json);
    end(date, json);
  }

  public static void timestamp(byte[] bytes, int offset, int length, JsonBuffer json) {
    timestamp(Binary.int64(bytes, offset), "", json);
  }

  public static void timestamptz(byte[] bytes, int offset, int length, JsonBuffer json) {
    timestamp(Binary.int64(bytes, offset), "+00:00", json);
  }

  private static void timestamp(long micros, String zone, JsonBuffer json) {
    if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
      infinity(micros > 0, json);
      return;
    }
    LocalDate date = LocalDate.ofEpochDay(EPOCH_DAY + Math.floorDiv(micros, MICROS_OF_DAY));
    json.put('"');
    date(date, json);
    json.put('T');
    time(Math.floorMod(micros, MICROS_OF_DAY), json);
    json.put(zone);
    end(date, json);
  }

  private static void infinity(boolean positive, JsonBuffer json) {
    json.put(positive ? "\"infinity\"" : "\"-infinity\"");
  }

  /** Writes a date; the year before 1 is 1 BC. */
  private static void date(LocalDate date, JsonBuffer json) {
    int year = date.getYear();
    json.digits(year > 0 ? year : 1 - year, 4);
    json.put('-');
    json.digits(date.getMonthValue(), 2);
    json.put('-');
    json.digits(date.getDayOfMonth(), 2);
  }

  private static void end(LocalDate date, JsonBuffer json) {
    json.put(date.getYear() > 0 ? "\"" : " BC\"");
  }

  private static void time(long micros, JsonBuffer json) {
    long seconds = micros / 1_000_000;
    json.digits(seconds / 3600, 2);
    json.put(':');
    json.digits(seconds / 60 % 60, 2);
    json.put(':');
    json.digits(seconds % 60, 2);
    long fraction = micros % 1_000_000;
    if (fraction > 0) {
      json.put('.');
      int width = 6;
      while (fraction % 10 == 0) {
        fraction /= 10;
        width--;
      }
      json.digits(fraction, width);
    }
  }
}
