package io.exportctl.source.notify;

/**
 * Receiver of news, and the client that signs them.
 *
 * @param url of Airflow, without a slash at its end
 */
public record Dataflow(String url, String hawkId, String hawkKey) {

  /** Leaves out the key. */
  @Override
  public String toString() {
    return url + " as " + hawkId;
  }
}
