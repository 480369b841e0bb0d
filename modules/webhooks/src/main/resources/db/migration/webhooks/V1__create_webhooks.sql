create table id_sequence (
  name    varchar(60) not null primary key,
  next_id bigint      not null
);

create table webhook (
  id           bigint        not null primary key,
  name         varchar(255)  not null,
  name_lower   varchar(255)  not null,
  status       varchar(10)   not null,
  topic        varchar(190)  not null,
  delivery_url varchar(2000) not null,
  secret       varchar(255)  not null,
  given_up     int           not null,
  created_at   timestamp(6)  not null,
  modified_at  timestamp(6)  null
);

create index webhook_topic on webhook (topic, status);
create index webhook_created_at on webhook (created_at, id);

create table delivery (
  id              varchar(32)  not null primary key,
  queued_as       bigint       not null,
  webhook_id      bigint       not null,
  topic           varchar(190) not null,
  content_type    varchar(100) not null,
  body            longtext     not null,
  state           varchar(10)  not null,
  attempts        int          not null,
  created_at      timestamp(6) not null,
  next_attempt_at timestamp(6) not null,
  last_status     int          null,
  last_error      varchar(500) null
);

create index delivery_due on delivery (state, webhook_id, next_attempt_at, queued_as);
create index delivery_webhook on delivery (webhook_id, queued_as);
create index delivery_created_at on delivery (created_at);
