package io.exportctl.landing.extractor.benchmarks;

/** Seconds of a run: processor time of the server and of the client, and elapsed time. */
record Usage(double server, double client, double elapsed) {

  double both() {
    return server + client;
  }
}
