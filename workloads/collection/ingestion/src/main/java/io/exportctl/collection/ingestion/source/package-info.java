/** The files of a date: found, grouped for tasks, and read line by line. */
package io.exportctl.collection.ingestion.source;
