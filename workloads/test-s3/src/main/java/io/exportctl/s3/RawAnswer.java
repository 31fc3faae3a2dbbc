package io.exportctl.s3;

import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Thrown by a fault in place of S3's answer: what goes over the wire instead. Without a wire it is
 * a failure with an unknown outcome.
 */
public final class RawAnswer extends SdkClientException {

  private static final long serialVersionUID = 1L;

  /** How an answer ends. */
  enum End {
    WHOLE,
    /** The connection is closed after the body, though more was announced. */
    CUT,
    /** The connection is closed without an answer. */
    RESET,
    /** Nothing comes, and the connection stays. */
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

  /** A whole answer that is not the one it should be. */
  public static RawAnswer of(int status, String body) {
    return new RawAnswer(status, body, End.WHOLE);
  }

  /** 200, and an error in the body, as S3 answers when a long copy fails. */
  public static RawAnswer errorInside(String code) {
    return of(200, "<Error><Code>%s</Code><Message>told by S3</Message></Error>".formatted(code));
  }

  /** An answer that breaks off. */
  public static RawAnswer cut(String body) {
    return new RawAnswer(200, body, End.CUT);
  }

  /** No answer: the connection is closed. */
  public static RawAnswer reset() {
    return new RawAnswer(0, "", End.RESET);
  }

  /** No answer, ever. */
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
