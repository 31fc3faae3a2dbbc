package io.exportctl.lambda;

import java.io.IOException;
import java.util.Map;

/** Task of a message. */
sealed interface Task permits ObjectCreated, SweepStep {

  /** Subject of the task; tasks with the same subject run one after the other. */
  String subject();

  /**
   * Parses a message's body.
   *
   * @throws IllegalArgumentException if it is neither an event of S3 nor a step of the sweep
   */
  static Task parse(String body) {
    Map<String, Object> fields;
    try {
      fields = Json.read(body);
    } catch (IOException e) {
      throw new IllegalArgumentException("the message is not a JSON object", e);
    }
    return fields.containsKey(SweepStep.NAME)
        ? SweepStep.from(fields.get(SweepStep.NAME))
        : ObjectCreated.from(fields);
  }
}
