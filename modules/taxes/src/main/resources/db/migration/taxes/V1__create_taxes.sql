create table id_sequence (
  name    varchar(60) not null primary key,
  next_id bigint      not null
);

create table tax_class (
  slug varchar(190) not null primary key,
  name varchar(190) not null
);

insert into tax_class (slug, name) values ('reduced-rate', 'Reduced rate');
insert into tax_class (slug, name) values ('zero-rate', 'Zero rate');

create table tax_rate (
  id              bigint        not null primary key,
  country         varchar(2)    not null,
  state           varchar(190)  not null,
  percent         decimal(18,4) not null,
  name            varchar(190)  not null,
  priority        int           not null,
  compound        boolean       not null,
  shipping        boolean       not null,
  position_number int           not null,
  tax_class       varchar(190)  not null,
  postcodes       longtext      not null,
  cities          longtext      not null
);

create index tax_rate_tax_class on tax_rate (tax_class, position_number, id);
create index tax_rate_position_number on tax_rate (position_number, id);
create index tax_rate_priority on tax_rate (priority, id);
