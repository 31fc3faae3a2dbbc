/** The sources by their reviewed files, and the only names that get into SQL. */
package io.exportctl.source.catalogue;
