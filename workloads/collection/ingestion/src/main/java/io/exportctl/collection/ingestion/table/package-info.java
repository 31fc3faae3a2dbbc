/** The Iceberg tables of a collection, and the files that are published beside them. */
package io.exportctl.collection.ingestion.table;
