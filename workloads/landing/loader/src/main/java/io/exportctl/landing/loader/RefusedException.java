package io.exportctl.landing.loader;

import java.util.List;

/** Thrown if an extraction cannot be loaded, ever: a retry would find the same. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Reason> reasons;

  RefusedException(List<Reason> reasons) {
    super(String.valueOf(reasons));
    this.reasons = List.copyOf(reasons);
  }

  RefusedException(Reason reason) {
    this(List.of(reason));
  }

  List<Reason> reasons() {
    return reasons;
  }
}
