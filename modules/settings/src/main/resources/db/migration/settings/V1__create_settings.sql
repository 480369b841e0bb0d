create table setting_value (
  group_id  varchar(100) not null,
  option_id varchar(190) not null,
  content   longtext     not null,
  primary key (group_id, option_id)
);
