package io.exportctl.lambda.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Acts as Lambda's Java runtime for several instances of the function, each with its own clients,
 * in a process with the deployed jars. Standard input has one event a line; the function's log goes
 * to standard output, and the peak heap to standard error.
 */
final class MoverInstances {

  private static final String HANDLER = "io.exportctl.lambda.ExportHandler";
  private static final String ALL_DONE = "{\"batchItemFailures\":[]}";
  private static final String RECEIVE_COUNT = "\"ApproximateReceiveCount\":\"%d\"";
  private static final int DELIVERIES = 5;
  private static final int REMAINING_MILLIS = 900_000;

  private MoverInstances() {}

  /** The argument is the number of instances. */
  public static void main(String[] arguments) throws Exception {
    int instances = Integer.parseInt(arguments[0]);
    BufferedReader events = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    ExecutorService threads = Executors.newFixedThreadPool(instances);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < instances; i++) {
        all.add(threads.submit(() -> work(events)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    System.err.println("peak heap " + peakHeap());
  }

  private static Void work(BufferedReader events) throws Exception {
    RequestStreamHandler handler =
        Class.forName(HANDLER)
            .asSubclass(RequestStreamHandler.class)
            .getDeclaredConstructor()
            .newInstance();
    for (String event = events.readLine(); event != null; event = events.readLine()) {
      deliver(handler, event);
    }
    return null;
  }

  /** Delivers a batch again, as the queue would, while the function fails one of its messages. */
  private static void deliver(RequestStreamHandler handler, String event) throws IOException {
    for (int count = 1; count <= DELIVERIES; count++) {
      String delivery = event.replace(RECEIVE_COUNT.formatted(1), RECEIVE_COUNT.formatted(count));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      handler.handleRequest(new ByteArrayInputStream(delivery.getBytes(UTF_8)), answer, context());
      if (answer.toString(UTF_8).equals(ALL_DONE)) {
        return;
      }
    }
    throw new IllegalStateException("not delivered in " + DELIVERIES + " times: " + event);
  }

  /** A context with the remaining time, which is all that the function asks for. */
  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> REMAINING_MILLIS);
  }

  /** Peak heap in bytes, garbage included: the sum of the pools' peaks. */
  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(peak -> peak.getUsed())
        .sum();
  }
}
