package io.exportctl.schema;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/**
 * Appearance of one sort of value.
 *
 * @param what predicate, such as "is a bucket's ARN"
 * @param right type for which this is the right value after all
 * @param meant type of the part that the pattern's group finds, and the text put in front of it
 * @param isSeveral true if the text holds several values
 */
record Shape(
    Pattern pattern,
    String what,
    Optional<ValueType> right,
    LikelyMistake.Meant meant,
    boolean isSeveral) {

  static final Optional<ValueType> ANY = Optional.empty();

  /** Returns the mistake according to the first shape that matches a value. */
  static Optional<Shape> first(List<Shape> shapes, String value) {
    return shapes.stream().filter(shape -> shape.pattern().matches(value)).findFirst();
  }

  Optional<LikelyMistake> match(String value) {
    Matcher matcher = pattern.matcher(value);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<LikelyMistake.Meant> part =
        matcher.groupCount() == 1
            ? Optional.of(
                new LikelyMistake.Meant(
                    meant.type(), meant.value() + matcher.group(1), meant.isSafe()))
            : Optional.empty();
    return Optional.of(new LikelyMistake(what, Optional.empty(), part, isSeveral));
  }

  static Shape shape(String regex, String what) {
    return new Shape(compile(regex), "is " + what, ANY, of(ANY, "", false), false);
  }

  static Shape shape(String regex, String what, ValueType right) {
    return new Shape(compile(regex), "is " + what, Optional.of(right), of(ANY, "", false), false);
  }

  static Shape several(String regex, String what) {
    return new Shape(compile(regex), "is " + what, ANY, of(ANY, "", false), true);
  }

  /** Returns the shape of a value of which the pattern's group was probably meant. */
  static Shape part(Optional<ValueType> type, String regex, String what) {
    return completed(type, regex, what, "");
  }

  /** Returns the shape of a value of which only the pattern's group matters. */
  static Shape same(Optional<ValueType> type, String regex, String what) {
    return new Shape(compile(regex), "is " + what, ANY, of(type, "", true), false);
  }

  static Shape completed(Optional<ValueType> type, String regex, String what, String front) {
    return new Shape(compile(regex), "is " + what, ANY, of(type, front, false), false);
  }

  /** Returns the shape of a value that only needs the text in front. */
  static Shape certain(Optional<ValueType> type, String regex, String what, String front) {
    return new Shape(compile(regex), "is " + what, ANY, of(type, front, true), false);
  }

  /**
   * Returns this shape with another predicate.
   *
   * @param predicate words such as "ends with a comma"
   */
  Shape that(String predicate) {
    return new Shape(pattern, predicate, right, meant, isSeveral);
  }

  private static LikelyMistake.Meant of(Optional<ValueType> type, String front, boolean isSafe) {
    return new LikelyMistake.Meant(type, front, isSafe);
  }

  /** Compiles with RE2J, which takes linear time on any text. */
  static Pattern compile(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
