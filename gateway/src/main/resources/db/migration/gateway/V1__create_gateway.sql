create table consumer_key (
  key_hash    varchar(64)  not null primary key,
  key_ending  varchar(10)  not null,
  secret      varchar(200) not null,
  permissions varchar(12)  not null,
  created_at  timestamp(6) not null
);
