/** Reading of CSV: encoding, delimiter, records with their lines, header, and types of cells. */
package io.exportctl.source.csv;
