/** The database: its tables and types, locks, snapshot and rows. */
package io.exportctl.landing.extractor.source;
