package io.exportctl.e2e;

import java.util.Map;
import java.util.TreeMap;

/**
 * Expected answer to a request: a principal may or may not perform an action on a resource.
 *
 * @param file the name of the expectation file, without its extension
 * @param subject the principal of the request
 * @param allowed true if the policies must allow the request
 * @param sentence the description in the file, to follow "may" or "may not"
 * @param action an action such as {@code s3:GetObject}
 * @param resource an ARN, or {@code *} for actions without resources
 * @param context condition keys of the request, in addition to those of every request
 */
record Expectation(
    String file,
    Subject subject,
    boolean allowed,
    String sentence,
    String action,
    String resource,
    Map<String, String> context) {

  Expectation {
    context = Map.copyOf(context);
  }

  /** Policies that a principal has in its own account. */
  enum Holds {
    /** The policies that Terraform attaches to the role. */
    OURS,
    /** The policies that {@code exportctl handshake} asks the owners of outside roles to add. */
    HANDSHAKE,
    EVERYTHING,
    NOTHING
  }

  /**
   * A principal.
   *
   * @param who the name used in sentences
   * @param principal an ARN, the name of an AWS service, or {@code anyone} for unsigned requests
   * @param asked true if resources of other accounts have the policies that {@code exportctl
   *     handshake} asks for, instead of one that lets our whole account do anything
   */
  record Subject(String who, String principal, Holds holds, boolean asked) {}

  /** Returns the sentence of the expectation, which several requests may share. */
  String title() {
    return file + ": " + subject.who() + (allowed ? " may " : " may not ") + sentence;
  }

  /** Returns the same request with the wrong answer. */
  Expectation opposite() {
    return new Expectation(file, subject, !allowed, sentence, action, resource, context);
  }

  String request() {
    return action + " on " + resource + (context.isEmpty() ? "" : " " + new TreeMap<>(context));
  }
}
