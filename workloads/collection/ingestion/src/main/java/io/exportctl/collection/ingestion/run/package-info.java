/** Runs of a collection's dates on Spark. */
package io.exportctl.collection.ingestion.run;
