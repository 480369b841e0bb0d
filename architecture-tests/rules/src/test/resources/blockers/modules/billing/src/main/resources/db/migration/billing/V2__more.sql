alter table invoice add item_id bigint references stock.item (id); -- blocker: a column that is added with a foreign key
create or replace view open_line as select id from orders.line; -- blocker: a view on another's table
delete i from invoice i join orders.line l on l.id = i.id; -- blocker: a delete with a join
insert into invoice (id) select l.id from orders.line l; -- blocker: rows of another
alter table invoice add constraint line_of foreign key (line_id) references line (id); -- blocker: an unqualified foreign key that is added
update invoice set id = 1; -- clean: its own rows
