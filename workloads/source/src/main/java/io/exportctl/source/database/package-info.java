/** The connections to PostgreSQL, its migrations, and statements. */
package io.exportctl.source.database;
