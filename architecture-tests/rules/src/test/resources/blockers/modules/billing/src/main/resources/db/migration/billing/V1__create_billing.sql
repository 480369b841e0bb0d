create table invoice (id bigint not null primary key);
