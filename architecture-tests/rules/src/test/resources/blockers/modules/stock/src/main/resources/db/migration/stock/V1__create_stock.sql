create table item (id bigint not null primary key, sku varchar(100) not null);
create table part (
	id bigint not null primary key,
	item_id bigint not null,
	foreign key (item_id) references item (id) -- clean: a foreign key within a schema
);
create sequence item_numbers;
