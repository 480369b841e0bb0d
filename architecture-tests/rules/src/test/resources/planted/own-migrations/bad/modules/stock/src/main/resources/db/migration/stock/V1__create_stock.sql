create table item (id bigint not null primary key);
