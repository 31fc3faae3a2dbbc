package io.exportctl.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** Logs of the programs. */
public final class Logs {

  /** Lines of JSON that have a reason, as those of failures do. */
  private static final String WITH_REASON = "{ $.reason = * }";

  /** Number of pages after which to stop, of at most 10,000 lines or 1 MiB each. */
  private static final int PAGES = 20;

  private final CloudWatchLogsClient logs;

  Logs(CloudWatchLogsClient logs) {
    this.logs = logs;
  }

  /** Returns the lines with a reason, oldest first; none if there is no such log. */
  public Answer<List<String>> reasons(String group, Instant from) {
    return Calls.ask("logs:FilterLogEvents", () -> read(group, from));
  }

  private List<String> read(String group, Instant from) {
    List<String> lines = new ArrayList<>();
    String token = null;
    for (int page = 0; page < PAGES; page++) {
      FilterLogEventsResponse answer;
      try {
        String next = token;
        answer =
            logs.filterLogEvents(
                request ->
                    request
                        .logGroupName(group)
                        .startTime(from.toEpochMilli())
                        .filterPattern(WITH_REASON)
                        .nextToken(next));
      } catch (ResourceNotFoundException e) {
        return List.of();
      }
      answer.events().stream().map(FilteredLogEvent::message).forEach(lines::add);
      token = answer.nextToken();
      if (token == null) {
        return lines;
      }
    }
    return lines;
  }
}
