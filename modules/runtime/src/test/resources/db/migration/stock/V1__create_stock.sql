create table counted (
  item_id bigint not null primary key,
  number  bigint not null
);
