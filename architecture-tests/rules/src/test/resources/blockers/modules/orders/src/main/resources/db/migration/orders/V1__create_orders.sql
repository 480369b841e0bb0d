create table line (
	id bigint not null primary key,
	item_id bigint not null,
	product_id bigint not null references catalog.product (id), -- blocker: a foreign key in a column
	constraint line_item foreign key (item_id) references item (id) -- blocker: an unqualified foreign key
);
create table note (id bigint not null primary key, text varchar(100) default 'from stock.item');
alter table `stock`.`item` add column ordered int; -- blocker: another module's table is altered
create index item_ordered on stock.item (ordered); -- blocker: another module's table gets an index
create view sold as select l.id from line l, stock.item i where i.id = l.item_id; -- blocker: a view
insert into note (id, text)
select stock.id, 'a' from line stock; -- clean: an alias
update stock.item set sku = 'a'; -- blocker: another module's rows
grant select on "stock"."part" to reader; -- blocker: a grant
create table stock.hint (id bigint); -- blocker: a table in another schema
set schema orders; -- clean: its own schema
-- clean: insert into stock.item is a comment
