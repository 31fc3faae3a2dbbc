/** A trial of the record rules on files, without Spark and without tables. */
package io.exportctl.collection.ingestion.attempt;
