create table sold_order (
  order_id   bigint         not null primary key,
  version    bigint         not null,
  counted    boolean        not null,
  created_at timestamp(6)   not null,
  items      bigint         not null,
  total      decimal(26, 8) not null,
  tax        decimal(26, 8) not null,
  shipping   decimal(26, 8) not null,
  discount   decimal(26, 8) not null,
  refunded   decimal(26, 8) not null
);

create index sold_order_created_at on sold_order (counted, created_at);

create table sold_product (
  order_id   bigint       not null,
  product_id bigint       not null,
  name       varchar(400) not null,
  quantity   bigint       not null,
  primary key (order_id, product_id)
);
