create table line (id bigint not null primary key, item_id bigint not null);
