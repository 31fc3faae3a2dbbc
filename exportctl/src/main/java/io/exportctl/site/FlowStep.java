package io.exportctl.site;

import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Stop;
import java.util.List;

/**
 * A station of a flow in words, for those who do not see the picture.
 *
 * @param owner side that it belongs to, with its account
 */
public record FlowStep(
    String title, String owner, List<String> names, List<String> protections, String onwards) {

  static FlowStep of(Stop stop, Platform platform) {
    return new FlowStep(
        stop.title(),
        FlowPicture.owner(stop, platform),
        stop.names(),
        stop.protections(),
        stop.onwards());
  }
}
