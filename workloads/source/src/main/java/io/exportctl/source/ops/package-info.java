/** Lines of JSON about the work of the program, and its metrics. */
package io.exportctl.source.ops;
