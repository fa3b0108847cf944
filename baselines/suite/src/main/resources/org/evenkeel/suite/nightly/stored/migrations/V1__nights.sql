-- A night, with the machine that measured it.
create table night (
    key uuid primary key,
    id text not null unique,
    run integer generated always as identity unique,
    epoch_millis bigint not null,
    commit_id text not null,
    environment jsonb not null,
    speed jsonb not null,
    import_signature text unique,
    stored_at timestamptz not null default now()
);

-- What numbers mean; the key follows from all of it, so that a writer need not ask for it.
create table series (
    key uuid primary key,
    benchmark text not null,
    mode text not null,
    threads integer not null,
    params jsonb not null,
    metric text not null,
    unit text not null,
    kind text not null,
    direction text not null
);

-- One number per fork, in the order in which the night has its results.
create table result (
    night uuid not null references night (key),
    series uuid not null references series (key),
    position integer not null,
    forks double precision[] not null,
    primary key (night, series)
);

-- What was judged to be worse, for whoever draws it.
create table alarm (
    night uuid not null references night (key),
    series uuid not null references series (key),
    kind text not null,
    relative_change double precision not null,
    absolute_change double precision,
    since_millis bigint,
    since_commit text,
    primary key (night, series, kind)
);

comment on table night is 'evenkeel history 1';
