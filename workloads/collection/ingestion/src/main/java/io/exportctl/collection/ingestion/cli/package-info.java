/** The commands. */
package io.exportctl.collection.ingestion.cli;
