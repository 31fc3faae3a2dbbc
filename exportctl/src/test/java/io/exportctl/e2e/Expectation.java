package io.exportctl.e2e;

import java.util.Map;
import java.util.TreeMap;

/**
 * One action on one resource that a principal may do or may not do.
 *
 * @param file the name of the file that says so, without its end
 * @param subject who asks
 * @param allowed whether the policies must allow it
 * @param sentence what the file calls it, to go on after "may" or "may not"
 * @param action such as {@code s3:GetObject}
 * @param resource an ARN, or {@code *} for actions that know no resources
 * @param context condition keys of the request, beside those that every request has
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

  /** What a principal's own account lets it do. */
  enum Holds {
    /** The policies that Terraform attaches to the role. */
    OURS,
    /** What {@code exportctl handshake} asks the owners of outside roles for. */
    HANDSHAKE,
    EVERYTHING,
    NOTHING
  }

  /**
   * A principal.
   *
   * @param who what a person calls it
   * @param principal an ARN, the name of an AWS service, or {@code anyone} for unsigned requests
   * @param asked whether resources that are not ours have the policies that {@code exportctl
   *     handshake} asks for, instead of one that lets our whole account do anything
   */
  record Subject(String who, String principal, Holds holds, boolean asked) {}

  /** Who may do what; a file says it of several requests at once. */
  String title() {
    return file + ": " + subject.who() + (allowed ? " may " : " may not ") + sentence;
  }

  /** The same request, with the answer that is wrong. */
  Expectation opposite() {
    return new Expectation(file, subject, !allowed, sentence, action, resource, context);
  }

  String request() {
    return action + " on " + resource + (context.isEmpty() ? "" : " " + new TreeMap<>(context));
  }
}
