/** The clients of the API and their sealed keys, and the nonces that they used. */
package io.exportctl.source.clients;
