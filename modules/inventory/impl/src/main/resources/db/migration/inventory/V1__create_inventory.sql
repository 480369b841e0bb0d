create table stock_item (
  item_id          bigint      not null primary key,
  managed          boolean     not null,
  quantity         int         not null,
  reserved         int         not null,
  backorders       varchar(10) not null,
  low_stock_amount int         null,
  given_status     varchar(20) not null,
  inherits_from    bigint      null
);

create table applied_adjustment (
  adjustment_key varchar(100) not null primary key,
  applied_at     timestamp(6) not null
);

create index applied_adjustment_applied_at on applied_adjustment (applied_at);

create table reservation (
  reservation_key varchar(100) not null primary key,
  state           varchar(10)  not null,
  expires_at      timestamp(6) not null
);

create index reservation_state_expires_at on reservation (state, expires_at);

create table reserved_line (
  reservation_key varchar(100) not null,
  item_id         bigint       not null,
  quantity        int          not null,
  primary key (reservation_key, item_id),
  foreign key (reservation_key) references reservation (reservation_key)
);
