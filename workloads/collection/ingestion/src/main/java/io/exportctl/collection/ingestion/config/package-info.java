/** The job file, and the failures of the program. */
package io.exportctl.collection.ingestion.config;
