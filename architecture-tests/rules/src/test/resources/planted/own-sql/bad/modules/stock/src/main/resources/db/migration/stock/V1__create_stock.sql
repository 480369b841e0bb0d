create table item (id bigint not null primary key, title varchar(100) not null);
