package io.exportctl.collection.key;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;

/**
 * Asks a server if it refuses our certificate. With TLS 1.3 it says so after the handshake, and a
 * client that has already sent its request may only see the connection break: the alert is lost.
 * This sends nothing, and waits for the alert. Some servers close the connection without one.
 */
final class TlsProbe {

  private static final int HTTPS = 443;

  /** A server that only ends at this moment does not close so many connections. */
  private static final int TIMES = 3;

  private static final int END = -1;

  private final SSLContext context;
  private final URI url;
  private final int milliseconds;

  /**
   * @param time for the connection, and again for the alert
   */
  TlsProbe(SSLContext context, URI url, Duration time) {
    this.context = context;
    this.url = url;
    this.milliseconds = Math.toIntExact(time.toMillis());
  }

  /** Returns true if the server refuses us, and false also if it cannot be asked. */
  boolean isRefused() {
    try {
      for (int time = 0; time < TIMES; time++) {
        if (!isClosed()) {
          return false;
        }
      }
      return true;
    } catch (SSLHandshakeException e) {
      return true;
    } catch (IOException e) {
      // Also if the time is over: the server waits for a request.
      return false;
    }
  }

  /** Returns true if the server closes the connection after the handshake. */
  private boolean isClosed() throws IOException {
    int port = url.getPort() < 0 ? HTTPS : url.getPort();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(url.getHost(), port), milliseconds);
      plain.setSoTimeout(milliseconds);
      try (SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, url.getHost(), port, true)) {
        socket.startHandshake();
        return socket.getInputStream().read() == END;
      }
    }
  }
}
