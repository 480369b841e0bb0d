create table id_sequence (
  name    varchar(60) not null primary key,
  next_id bigint      not null
);

create table customer (
  id                 bigint       not null primary key,
  email              varchar(190) not null,
  email_lower        varchar(190) not null,
  username           varchar(190) not null,
  username_lower     varchar(190) not null,
  display_name_lower varchar(190) not null,
  search_text        longtext     not null,
  first_name         varchar(190) not null,
  last_name          varchar(190) not null,
  role_name          varchar(60)  not null,
  billing            longtext     not null,
  shipping           longtext     not null,
  meta_data          longtext     not null,
  created_at         timestamp(6) not null,
  modified_at        timestamp(6) null,
  paying             boolean      not null,
  password_hash      varchar(190) not null
);

create unique index customer_email_lower on customer (email_lower);
create unique index customer_username_lower on customer (username_lower);
create index customer_role_name on customer (role_name, display_name_lower, id);
create index customer_created_at on customer (role_name, created_at, id);

insert into customer values (1, 'wordpress@example.com', 'wordpress@example.com', 'admin', 'admin', 'admin',
  'admin wordpress@example.com', '', '', 'administrator', '{"firstName":"","lastName":"","company":"","address1":"","address2":"","city":"","postcode":"","country":"","state":"","email":"","phone":""}', '{"firstName":"","lastName":"","company":"","address1":"","address2":"","city":"","postcode":"","country":"","state":"","email":"","phone":""}', '[]', current_timestamp, null, false, '');
insert into customer values (2, 'customer@woocommercecoree2etestsuite.com', 'customer@woocommercecoree2etestsuite.com',
  'customer', 'customer', 'jane smith', 'customer customer@woocommercecoree2etestsuite.com jane smith', 'Jane',
  'Smith', 'subscriber', '{"firstName":"","lastName":"","company":"","address1":"","address2":"","city":"","postcode":"","country":"","state":"","email":"","phone":""}', '{"firstName":"","lastName":"","company":"","address1":"","address2":"","city":"","postcode":"","country":"","state":"","email":"","phone":""}', '[]', '2022-01-01 12:23:45', current_timestamp, false, '');
