package io.exportctl.dataset;

import java.util.ArrayList;
import java.util.List;

/** A dataset that grants access to users of the platform. */
public interface HasUsers extends Dataset {

  /** Names of the users' roles, sorted; those with less access only occur in the grants. */
  List<String> users();

  /** Returns the name that {@link #users} get access to, as the module {@code users} takes it. */
  String grant(Platform platform);

  /** Returns the access of all users, to that name or another. */
  default List<Grant> grants(Platform platform) {
    String name = grant(platform);
    List<Grant> grants = new ArrayList<>(users().size());
    for (String user : users()) {
      grants.add(new Grant(user, name));
    }
    return grants;
  }
}
