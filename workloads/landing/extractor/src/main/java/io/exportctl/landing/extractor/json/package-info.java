/** Values of PostgreSQL's binary format as JSON. */
package io.exportctl.landing.extractor.json;
