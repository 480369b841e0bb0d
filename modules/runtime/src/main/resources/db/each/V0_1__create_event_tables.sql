-- In the schema of every module, before its own tables: events on their way to other processes, and from them.
create table event_outbox (
  position   bigint       not null auto_increment primary key,
  event_id   varchar(36)  not null,
  event_type varchar(300) not null,
  event_key  varchar(200) not null,
  payload    longtext     not null,
  stored_at  timestamp(6) not null
);

create table event_inbox (
  event_id    varchar(36)  not null,
  listener_id varchar(200) not null,
  heard_at    timestamp(6) not null,
  primary key (event_id, listener_id)
);

create index event_inbox_heard_at on event_inbox (heard_at);

create table event_parked (
  position    bigint        not null auto_increment primary key,
  event_id    varchar(36)   not null,
  listener_id varchar(200)  not null,
  event_type  varchar(300)  not null,
  event_key   varchar(200)  not null,
  payload     longtext      not null,
  error       varchar(1000) not null,
  attempts    int           not null,
  parked_at   timestamp(6)  not null,
  next_at     timestamp(6)  not null,
  unique (event_id, listener_id)
);

create index event_parked_key on event_parked (listener_id, event_key, position);

create index event_parked_next_at on event_parked (next_at);

create table event_lease (
  name   varchar(20)  not null primary key,
  holder varchar(36)  not null,
  ends_at timestamp(6) not null
);

insert into event_lease (name, holder, ends_at) values ('relay', '', '2000-01-01 00:00:00');

insert into event_lease (name, holder, ends_at) values ('parked', '', '2000-01-01 00:00:00');
