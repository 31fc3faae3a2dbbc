/** JSON texts: strict parsing to trees, and writing in one form. */
package io.exportctl.collection.json;
