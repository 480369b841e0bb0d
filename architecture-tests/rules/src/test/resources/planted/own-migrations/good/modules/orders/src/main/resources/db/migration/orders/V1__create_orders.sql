create table line (
	id bigint not null primary key,
	above_id bigint null,
	foreign key (above_id) references line (id) on update cascade
);
create index line_above on line (above_id);
insert into line (id) values (1);
update line set above_id = 1 where id in (select id from orders.line);
insert into line (id) select 2 from line where 'from stock.item' = '';
