create table id_sequence (
	name varchar(60) not null primary key,
	next_id bigint not null
);

-- Products and variations share a table and their numbering: both are sold. What is filtered or sorted by has a column; the
-- rest is the JSON document.
create table product (
	id bigint not null primary key,
	parent_id bigint not null,
	above_id bigint not null,
	product_type varchar(20) not null,
	status varchar(20) not null,
	sort_name varchar(190) not null,
	slug varchar(200) null,
	sku_key varchar(190) null,
	created_at timestamp(6) not null,
	modified_at timestamp(6) not null,
	featured boolean not null,
	price_min decimal(30, 6) null,
	price_max decimal(30, 6) null,
	on_sale boolean not null,
	regular_price varchar(190) not null,
	sale_price varchar(190) not null,
	sale_from timestamp(6) null,
	sale_to timestamp(6) null,
	price_changes_at timestamp(6) null,
	stock_status varchar(20) not null,
	stock_changed_at timestamp(6) null,
	tax_class varchar(190) not null,
	shipping_class_id bigint not null,
	is_virtual boolean not null,
	is_downloadable boolean not null,
	menu_order int not null,
	total_sales bigint not null,
	average_rating decimal(5, 2) not null,
	rating_count int not null,
	related varchar(400) null,
	related_at timestamp(6) null,
	search_text longtext not null,
	content longtext not null,
	version bigint not null
);

create unique index product_slug on product (slug);
create unique index product_sku on product (sku_key);
create index product_price_changes on product (price_changes_at);

-- For lists: pages and counts are read from these alone, the page in its order. H2 reads an index in one direction only.
create index product_newest on product (parent_id, created_at desc, id desc, status);
create index product_oldest on product (parent_id, created_at, id, status);
create index product_modified_last on product (parent_id, modified_at desc, id desc, status);
create index product_modified_first on product (parent_id, modified_at, id, status);
create index product_id_up on product (parent_id, id, status);
create index product_id_down on product (parent_id, id desc, status);
create index product_name_up on product (parent_id, sort_name, id, status);
create index product_name_down on product (parent_id, sort_name desc, id desc, status);
create index product_slug_up on product (parent_id, slug, id, status);
create index product_slug_down on product (parent_id, slug desc, id desc, status);
create index product_price_up on product (parent_id, price_min, id, status, price_max);
create index product_price_down on product (parent_id, price_max desc, id desc, status, price_min);
create index product_sold_least on product (parent_id, total_sales, id, status);
create index product_sold_most on product (parent_id, total_sales desc, id desc, status);
create index product_rating_up on product (parent_id, average_rating, rating_count, id, status);
create index product_rating_down on product (parent_id, average_rating desc, rating_count desc, id desc, status);
create index product_menu_up on product (parent_id, menu_order, sort_name, id, status);
create index product_menu_down on product (parent_id, menu_order desc, sort_name desc, id desc, status);
create index product_status on product (parent_id, status, created_at desc, id desc);
create index product_type on product (parent_id, product_type, created_at desc, id desc, status);
create index product_featured on product (parent_id, featured, created_at desc, id desc, status);
create index product_on_sale on product (parent_id, on_sale, created_at desc, id desc, status);
create index product_stock on product (parent_id, stock_status, created_at desc, id desc, status);
create index product_tax on product (parent_id, tax_class, created_at desc, id desc, status);
create index product_shipping on product (parent_id, shipping_class_id, created_at desc, id desc, status);
create index product_virtual on product (parent_id, is_virtual, created_at desc, id desc, status);
create index product_downloadable on product (parent_id, is_downloadable, created_at desc, id desc, status);
create index product_above on product (parent_id, above_id, created_at desc, id desc, status);

-- Which product has which word where (1: in its texts, 2: in its SKU), and the endings of words; see docs/adr/0006.
create table product_word (
	word_id bigint not null,
	place int not null,
	row_id bigint not null,
	primary key (word_id, place, row_id)
);

create index product_word_row on product_word (row_id);

create table product_word_new (
	row_id bigint not null,
	place int not null,
	folded longtext not null,
	primary key (row_id, place)
);

create table word_part (
	part varbinary(128) not null,
	word_id bigint not null
);

create index word_part_part on word_part (part, word_id);
create index word_part_word on word_part (word_id);

-- Categories, tags, brands, shipping classes and the terms of attributes.
create table term (
	id bigint not null primary key,
	taxonomy varchar(60) not null,
	name longtext not null,
	sort_name varchar(190) not null,
	slug varchar(200) not null,
	parent_id bigint not null,
	description longtext not null,
	display varchar(20) not null,
	image_id bigint not null,
	menu_order int not null,
	product_count int not null
);

create unique index term_slug on term (taxonomy, slug);
create index term_name on term (taxonomy, sort_name);
create index term_parent on term (taxonomy, parent_id);
create index term_count on term (taxonomy, product_count);

-- Terms of products, those above a category included ("direct" tells them apart). "status" is the product's, so that counts
-- need nothing else. "shown": it is published and listed, so that others may name it as related by a term that relates.
create table product_term (
	product_id bigint not null,
	term_id bigint not null,
	direct boolean not null,
	relates boolean not null,
	status varchar(20) not null,
	shown boolean not null,
	primary key (product_id, term_id)
);

create index product_term_term on product_term (term_id, relates, shown, product_id);
create index product_term_status on product_term (term_id, status, product_id);

create table grouped_product (
	product_id bigint not null,
	child_id bigint not null,
	primary key (product_id, child_id)
);

create index grouped_product_child on grouped_product (child_id);

create table attribute (
	id bigint not null primary key,
	name longtext not null,
	slug varchar(60) not null,
	attribute_type varchar(20) not null,
	order_by varchar(20) not null,
	archives boolean not null
);

create unique index attribute_slug on attribute (slug);

create table image (
	id bigint not null primary key,
	src longtext not null,
	name longtext not null,
	alt longtext not null,
	created_at timestamp(6) not null,
	modified_at timestamp(6) not null
);

create table meta_name (
	product_id bigint not null,
	name varchar(190) not null,
	primary key (product_id, name)
);

create index meta_name_name on meta_name (name);

create table review (
	id bigint not null primary key,
	product_id bigint not null,
	status varchar(20) not null,
	previous_status varchar(20) not null,
	reviewer longtext not null,
	email varchar(190) not null,
	body longtext not null,
	rating int not null,
	verified boolean not null,
	created_at timestamp(6) not null
);

create index review_product on review (product_id, status, created_at);
create index review_status on review (status, created_at, id);
create index review_created on review (created_at, id);
create index review_email on review (email, created_at);

-- What was told to this module once already.
create table applied_key (
	applied_key varchar(150) not null primary key,
	applied_at timestamp(6) not null
);

insert into id_sequence (name, next_id) values ('product', 101);
insert into id_sequence (name, next_id) values ('term', 16);
insert into term (id, taxonomy, name, sort_name, slug, parent_id, description, display, image_id, menu_order, product_count)
	values (15, 'product_cat', 'Uncategorized', 'Uncategorized', 'uncategorized', 0, '', 'default', 0, 0, 0);
