-- The tables of the program. Data stand in the schema data, in relations t<load>; migrations never touch them.
create schema data;

create table operations.dataset (
  name text primary key,
  schema_name text not null,
  table_name text not null,
  current_load bigint,
  seen_at timestamptz not null default now(),
  fetched_at timestamptz,
  fetch_error jsonb,
  unique (schema_name, table_name)
);

-- Order of the files' arrival.
create sequence operations.file_number;

create table operations.file (
  id uuid primary key default gen_random_uuid(),
  dataset text not null references operations.dataset,
  origin text not null check (origin in ('fetched', 'uploaded')),
  object_key text not null,
  file_name text not null,
  source_url text,
  source_date date,
  etag text,
  last_modified text,
  size_bytes bigint not null,
  sha256 text not null,
  state text not null check (state in ('processing', 'failed', 'processed', 'ignored')),
  error jsonb,
  attempts int not null default 0,
  number bigint not null default nextval('operations.file_number'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (dataset, file_name, sha256)
);

create table operations.load (
  id bigint generated always as identity primary key,
  dataset text not null references operations.dataset,
  file_id uuid not null references operations.file,
  mode text not null check (mode in ('replace', 'incremental', 'snapshot')),
  state text not null check (state in ('running', 'done', 'failed', 'superseded')),
  config_hash text not null,
  relation text,
  low_id bigint,
  high_id bigint,
  row_count bigint,
  columns jsonb,
  rows_read bigint,
  rows_added bigint,
  rows_removed bigint,
  rows_rejected bigint,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  superseded_at timestamptz,
  dropped_at timestamptz,
  error jsonb
);

create index load_dataset on operations.load (dataset, id);

alter table operations.dataset add foreign key (current_load) references operations.load;

create table operations.outbox (
  id bigint generated always as identity primary key,
  load_id bigint not null references operations.load,
  kind text not null check (kind in ('airflow', 'webhook')),
  state text not null check (state in ('due', 'running', 'told', 'failed')),
  run_id text,
  attempts int not null default 0,
  started_at timestamptz,
  error jsonb
);

create table operations.hawk_client (
  id text primary key,
  sealed_key bytea not null,
  algorithm text not null check (algorithm = 'sha256'),
  description text not null,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

create table operations.hawk_nonce (
  client_id text not null,
  nonce text not null,
  ts bigint not null,
  expires_at timestamptz not null,
  primary key (client_id, nonce, ts)
);

create index hawk_nonce_expiry on operations.hawk_nonce (expires_at);

create table operations.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  subject text not null,
  detail jsonb not null default '{}'
);

create table operations.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_due on operations.scheduled_tasks (execution_time);

-- The columns of the registry that clients of the older system read.
create view operations.datafile_registry as
  select number as id, dataset as source, file_name, state, error ->> 'text' as error_message,
    created_at as created_timestamp, updated_at as updated_timestamp
  from operations.file;
