/** From a file to the rows of a table. */
package io.exportctl.source.load;
