package io.exportctl.s3;

import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Raw HTTP answer, which a fault throws in place of S3's answer. Without HTTP it is a failure with
 * an unknown outcome.
 */
public final class RawAnswer extends SdkClientException {

  private static final long serialVersionUID = 1L;

  /** End of an answer. */
  enum End {
    WHOLE,
    /** The connection is closed after the body, although more was announced. */
    CUT,
    /** The connection is closed without an answer. */
    RESET,
    /** Nothing is sent, and the connection stays open. */
    SILENCE
  }

  private final int status;
  private final String body;
  private final End end;

  private RawAnswer(int status, String body, End end) {
    super(SdkClientException.builder().message("no answer that could be read: " + end));
    this.status = status;
    this.body = body;
    this.end = end;
  }

  /** Sends a complete but wrong answer. */
  public static RawAnswer of(int status, String body) {
    return new RawAnswer(status, body, End.WHOLE);
  }

  /** Sends 200 with an error in the body, as S3 does when a long copy fails. */
  public static RawAnswer errorInside(String code) {
    return of(200, "<Error><Code>%s</Code><Message>told by S3</Message></Error>".formatted(code));
  }

  /** Sends an answer that breaks off. */
  public static RawAnswer cut(String body) {
    return new RawAnswer(200, body, End.CUT);
  }

  /** Closes the connection without an answer. */
  public static RawAnswer reset() {
    return new RawAnswer(0, "", End.RESET);
  }

  /** Never answers. */
  public static RawAnswer silence() {
    return new RawAnswer(0, "", End.SILENCE);
  }

  int status() {
    return status;
  }

  String body() {
    return body;
  }

  End end() {
    return end;
  }
}
