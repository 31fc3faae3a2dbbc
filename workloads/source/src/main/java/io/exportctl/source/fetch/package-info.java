/** Finding and downloading of files over HTTPS, from public addresses only. */
package io.exportctl.source.fetch;
