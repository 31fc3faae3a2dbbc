/** Data keys: opened by a key service, by AWS KMS or from a file, and cached. */
package io.exportctl.collection.key;
