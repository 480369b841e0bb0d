create view counted as select l.id from line l, part p where p.id = l.id; -- blocker: an unqualified table in a list
create or replace view open as
select l.id
from line l
join catalog.product p on p.id = l.product_id; -- blocker: a join in a repeatable migration
