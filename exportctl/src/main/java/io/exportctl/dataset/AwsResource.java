package io.exportctl.dataset;

/**
 * A resource in the platform's account, by the name that a Terraform module gives it.
 *
 * @param name of an object: its bucket and key, with a slash between
 * @param isOnlyWhileOpen true if Terraform removes it while its dataset is closed
 */
public record AwsResource(Type type, String name, boolean isOnlyWhileOpen) {

  /** Creates a resource that stays while its dataset is closed. */
  public AwsResource(Type type, String name) {
    this(type, name, false);
  }

  /** Types of resources. */
  public enum Type {
    FUNCTION("function"),
    QUEUE("queue"),
    ROLE("role"),
    SCHEDULE("schedule"),
    BUCKET("bucket"),
    OBJECT("object");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** Returns the type and the name, for people. */
  @Override
  public String toString() {
    return type + " " + name;
  }
}
