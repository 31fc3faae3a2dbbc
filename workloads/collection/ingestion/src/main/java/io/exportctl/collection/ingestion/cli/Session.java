package io.exportctl.collection.ingestion.cli;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Surroundings of a command.
 *
 * @param isTerminal true if a person sees {@code err}
 * @param suffixes ends of the names of runs, different in each process
 */
record Session(
    PrintStream out,
    PrintStream err,
    boolean isTerminal,
    Map<String, String> environment,
    InstantSource clock,
    Supplier<String> suffixes) {}
