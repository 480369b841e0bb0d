create table id_sequence (
  name    varchar(60) not null primary key,
  next_id bigint      not null
);

create table zone_area (
  id              bigint       not null primary key,
  name            varchar(190) not null,
  position_number int          not null,
  locations       longtext     not null
);

create index zone_area_position_number on zone_area (position_number, id);

create table zone_method (
  id              bigint       not null primary key,
  zone_id         bigint       not null,
  method_type     varchar(60)  not null,
  position_number int          not null,
  enabled         boolean      not null,
  settings        longtext     not null
);

create index zone_method_zone_id on zone_method (zone_id, position_number, id);
