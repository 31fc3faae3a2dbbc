/** Files of the warehouse beside its tables, on any file system that Hadoop knows. */
package io.exportctl.collection.ingestion.store;
