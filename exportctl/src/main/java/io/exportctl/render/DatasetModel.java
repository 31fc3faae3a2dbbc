package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.HasUsers;
import io.exportctl.dataset.Platform;
import java.util.List;
import java.util.Map;

/** The values of a dataset for its templates. */
final class DatasetModel {

  private DatasetModel() {}

  /** Adds the dataset, and the users and the name that they get access to. */
  static void add(Dataset dataset, Platform platform, Map<String, Object> model) {
    model.put("dataset", dataset);
    if (dataset instanceof HasUsers shared) {
      model.put("location", shared.grant(platform));
      model.put("users", summary(shared.users()));
    }
  }

  /** Returns the first user and the number of the others; "nobody" for a kind that needs none. */
  private static String summary(List<String> users) {
    if (users.isEmpty()) {
      return "nobody";
    }
    int others = users.size() - 1;
    return users.get(0) + (others == 0 ? "" : " and " + others + " more");
  }
}
