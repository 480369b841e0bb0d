create table product (id bigint not null primary key, item_id bigint not null);
create index product_item on product (item_id); -- clean: its own index
