/** Work that waits in the database until a process with workers takes it up. */
package io.exportctl.source.tasks;
