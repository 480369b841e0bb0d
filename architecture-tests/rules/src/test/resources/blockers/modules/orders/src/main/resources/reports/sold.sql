select l.id
from orders.line l
left join stock.item i on i.id = l.item_id -- blocker: SQL in a file
where l.id > 1;
select id from orders.note; -- clean: its own table in a file
