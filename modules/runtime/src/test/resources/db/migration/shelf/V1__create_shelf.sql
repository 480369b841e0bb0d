create table label (
  position bigint      not null auto_increment primary key,
  item_id  bigint      not null,
  number   bigint      not null,
  millis   bigint      not null
);

create index label_item_id on label (item_id, position);
