create table line (
	id bigint not null primary key,
	item_id bigint not null,
	foreign key (item_id) references stock.item (id) -- VIOLATION a foreign key
);
alter table item add column ordered int; -- VIOLATION unqualified
insert into line (id, item_id)
select id, id from stock.item; -- VIOLATION a copy
create schema if not exists stock; -- VIOLATION
-- insert into stock.item is only a comment
