create table move_state (
  capability varchar(60)  not null primary key,
  configured varchar(60)  not null,
  home       varchar(60)  not null,
  candidate  varchar(60)  null,
  phase      varchar(12)  not null,
  weight     int          not null,
  automatic  boolean      not null,
  paused     boolean      not null,
  since      timestamp(6) not null,
  revision   bigint       not null
);

create table move_journal (
  id          bigint       not null auto_increment primary key,
  capability  varchar(60)  not null,
  happened_at timestamp(6) not null,
  who         varchar(100) not null,
  reason      varchar(500) not null,
  step        varchar(200) not null,
  from_state  varchar(200) not null,
  to_state    varchar(200) not null
);

create table shadow_difference (
  id              varchar(36)  not null primary key,
  capability      varchar(60)  not null,
  resource        varchar(200) not null,
  place           varchar(300) not null,
  kind            varchar(12)  not null,
  occurrences     bigint       not null,
  first_seen      timestamp(6) not null,
  last_seen       timestamp(6) not null,
  example         varchar(500) not null,
  home_says       varchar(200) not null,
  candidate_says  varchar(200) not null,
  accepted_by     varchar(100) null,
  accepted_reason varchar(500) null,
  accepted_until  timestamp(6) null
);

create index shadow_difference_seen on shadow_difference (capability, last_seen);

create table move_freeze (
  id     int          not null primary key,
  since  timestamp(6) not null,
  who    varchar(100) not null,
  reason varchar(500) not null
);
