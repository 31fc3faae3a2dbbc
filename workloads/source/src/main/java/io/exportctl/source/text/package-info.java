/** JSON, and texts from elsewhere on a terminal. */
package io.exportctl.source.text;
