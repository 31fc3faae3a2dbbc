package io.exportctl.source.cli;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.database.Database;
import io.exportctl.source.database.DatabaseSettings;
import io.exportctl.source.fault.ExitStatus;
import io.exportctl.source.load.Arrivals;
import io.exportctl.source.load.Loader;
import io.exportctl.source.load.Outcome;
import io.exportctl.source.objects.ObjectStore;
import io.exportctl.source.text.Printable;
import java.io.PrintStream;
import java.util.List;

/** The parts that commands which load need. */
record LoadedSources(Catalogue catalogue, Database database, ObjectStore objects, Session session)
    implements AutoCloseable {

  static LoadedSources open(Session session) {
    Settings settings = session.settings();
    DatabaseSettings place = settings.database();
    Settings.ObjectsPlace objects = settings.objects();
    var datasets = settings.datasets();
    settings.end();
    return new LoadedSources(
        session.catalogue(datasets, settings.awsEndpoint()),
        session.database(place),
        session.objects(objects, settings.awsEndpoint()),
        session);
  }

  Loader loader() {
    return new Loader(database, objects, session.temporary(), ProcessHalt.ofProperty());
  }

  Arrivals arrivals() {
    return new Arrivals(database, objects);
  }

  /** Prints the outcomes; a file that could not be loaded goes to standard error. */
  ExitStatus print(String source, List<Outcome> outcomes) {
    PrintStream out = session.out();
    ExitStatus status = ExitStatus.FINE;
    if (outcomes.isEmpty()) {
      out.println(source + ": no file waits");
    }
    for (Outcome outcome : outcomes) {
      String file = source + ", " + Printable.quoted(outcome.file()) + ": ";
      if (outcome.failure().isPresent()) {
        session
            .err()
            .println("store: " + file + Printable.lines(outcome.failure().get().getMessage()));
        status = outcome.failure().get().status();
      } else {
        out.println(
            file
                + "version %d of %d rows, %d put aside"
                    .formatted(outcome.version(), outcome.rows(), outcome.rejected()));
      }
    }
    return status;
  }

  @Override
  public void close() {
    database.close();
  }
}
