/** Meaning of one record: from an encrypted line to the JSON text and the columns of a row. */
package io.exportctl.collection.record;
