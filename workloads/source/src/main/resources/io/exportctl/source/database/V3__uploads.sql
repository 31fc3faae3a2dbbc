-- Uploads by people, what they chose, and their sessions.
alter table operations.file add column chosen jsonb;

create table operations.upload (
  id uuid primary key default gen_random_uuid(),
  dataset text not null references operations.dataset,
  state text not null check (state in (
    'uploaded', 'verified', 'processing_dss', 'completed', 'failed', 'discarded')),
  revision int not null default 0,
  file_name text not null,
  object_key text not null,
  size_bytes bigint not null,
  sha256 text not null,
  by_subject text not null,
  by_name text not null,
  findings jsonb,
  chosen jsonb not null,
  file_id uuid references operations.file,
  load_id bigint references operations.load,
  error jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index upload_dataset on operations.upload (dataset, created_at);
create index upload_load on operations.upload (load_id);

create table operations.session (
  id_hash bytea primary key,
  subject text not null,
  name text not null,
  email text,
  groups jsonb not null,
  csrf text not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);

-- Sign-ins that wait for the answer of the identity provider.
create table operations.login_attempt (
  id_hash bytea primary key,
  state text not null,
  nonce text not null,
  verifier text not null,
  next text not null,
  created_at timestamptz not null default now()
);
