create table gateway_setting (
  gateway       varchar(100) not null,
  setting_name  varchar(100) not null,
  setting_value longtext     not null,
  primary key (gateway, setting_name)
);

create table payment (
  payment_key    varchar(190)   not null primary key,
  gateway        varchar(100)   not null,
  amount         decimal(26, 8) not null,
  currency       varchar(3)     not null,
  state_name     varchar(20)    not null,
  transaction_id varchar(200)   not null,
  created_at     timestamp(6)   not null,
  modified_at    timestamp(6)   not null
);

create table refund (
  refund_key     varchar(190)   not null primary key,
  gateway        varchar(100)   not null,
  transaction_id varchar(200)   not null,
  amount         decimal(26, 8) not null,
  currency       varchar(3)     not null,
  created_at     timestamp(6)   not null
);
