create table id_sequence (
  name    varchar(60) not null primary key,
  next_id bigint      not null
);

create table coupon (
  id             bigint       not null primary key,
  code_lower     varchar(190) not null,
  published_code varchar(190) null,
  search_text    longtext     not null,
  status         varchar(20)  not null,
  discount_type  varchar(20)  not null,
  created_at     timestamp(6) not null,
  modified_at    timestamp(6) not null,
  usage_count    int          not null,
  document       longtext     not null
);

create unique index coupon_published_code on coupon (published_code);
create index coupon_created_at on coupon (created_at, id);
create index coupon_modified_at on coupon (modified_at, id);
create index coupon_code_lower on coupon (code_lower);
create index coupon_status on coupon (status, discount_type);

create table coupon_use (
  use_key   varchar(190) not null primary key,
  coupon_id bigint       not null,
  used_by   varchar(190) not null,
  used_at   timestamp(6) not null
);

create index coupon_use_coupon_id on coupon_use (coupon_id, used_at);
