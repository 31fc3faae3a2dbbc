/** News about new rows: runs of Airflow, and webhooks, from the outbox of the loads. */
package io.exportctl.source.notify;
