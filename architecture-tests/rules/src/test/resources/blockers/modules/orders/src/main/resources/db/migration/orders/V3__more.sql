create table sold_item as select * from stock.item; -- blocker: a table from another's rows
create table like_item like stock.item; -- blocker: a table like another's
alter table line add constraint line_part foreign key (part_id) references stock.part (id); -- blocker: a foreign key that is added
create trigger counted after insert on stock.item for each row update line set id = id; -- blocker: a trigger on another's table
rename table stock.part to orders.part; -- blocker: another's table is taken
drop table if exists stock.hint; -- blocker: another's table is dropped
comment on table stock.item is 'used by orders'; -- blocker: another's table is described
insert into line (id) select id from stock.item where id not in (select id from line); -- blocker: another's rows are copied
create synonym items for stock.item; -- blocker: another's table under a name of its own
lock tables stock.item read; -- blocker: another's table is locked
use stock; -- blocker: a migration enters another schema
create table hint (text varchar(100) default 'drop table stock.item'); -- clean: in quotes
/* clean: drop table stock.item is in a comment */
