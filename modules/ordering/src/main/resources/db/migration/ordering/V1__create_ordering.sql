create table id_sequence (
  name    varchar(60) not null primary key,
  next_id bigint      not null
);

create table customer_order (
  id                   bigint         not null primary key,
  version              bigint         not null,
  parent_id            bigint         not null,
  status               varchar(20)    not null,
  currency             varchar(3)     not null,
  customer_id          bigint         not null,
  customer_note        longtext       not null,
  created_via          varchar(60)    not null,
  order_key            varchar(40)    not null,
  billing              longtext       not null,
  shipping             longtext       not null,
  search_text          longtext       not null,
  payment_method       varchar(100)   not null,
  payment_method_title varchar(200)   not null,
  transaction_id       varchar(200)   not null,
  created_at           timestamp(6)   not null,
  modified_at          timestamp(6)   not null,
  paid_at              timestamp(6)   null,
  completed_at         timestamp(6)   null,
  prices_include_tax   boolean        not null,
  discount_total       decimal(26, 8) not null,
  discount_tax         decimal(26, 8) not null,
  shipping_total       decimal(26, 8) not null,
  shipping_tax         decimal(26, 8) not null,
  cart_tax             decimal(26, 8) not null,
  total                decimal(26, 8) not null,
  tax_lines            longtext       not null,
  coupon_lines         longtext       not null,
  refunds              longtext       not null,
  counted_coupons      longtext       not null,
  payer_recorded       boolean        not null,
  to_pay_back          boolean        not null,
  meta                 longtext       not null,
  accepted             boolean        not null,
  stock_taken          boolean        not null,
  effects_made         int            not null,
  pending_effects      longtext       null,
  pending_since        timestamp(6)   null,
  undoing              boolean        not null
);

-- For lists: pages and counts are read from these alone, the page in its order. H2 reads an index in one direction only.
create index customer_order_newest on customer_order (accepted, created_at desc, id desc, status);
create index customer_order_oldest on customer_order (accepted, created_at, id, status);
create index customer_order_modified_last on customer_order (accepted, modified_at desc, id desc, status);
create index customer_order_modified_first on customer_order (accepted, modified_at, id, status);
create index customer_order_id_up on customer_order (accepted, id, status);
create index customer_order_id_down on customer_order (accepted, id desc, status);
create index customer_order_status on customer_order (accepted, status, created_at desc, id desc);
create index customer_order_customer on customer_order (accepted, customer_id, created_at desc, id desc, status);
create index customer_order_parent on customer_order (accepted, parent_id, created_at desc, id desc, status);
create index customer_order_to_pay_back on customer_order (to_pay_back, status);
create index customer_order_pending_since on customer_order (pending_since);

create table order_line (
  id           bigint         not null primary key,
  order_id     bigint         not null,
  line_kind    varchar(10)    not null,
  name         varchar(400)   not null,
  sku          varchar(200)   not null,
  product_id   bigint         not null,
  variation_id bigint         not null,
  quantity     int            not null,
  tax_class    varchar(100)   not null,
  tax_status   varchar(20)    not null,
  method_id    varchar(100)   not null,
  instance_id  varchar(100)   not null,
  subtotal     decimal(26, 8) not null,
  total        decimal(26, 8) not null,
  subtotal_tax decimal(26, 8) not null,
  total_tax    decimal(26, 8) not null,
  taxes        longtext       not null,
  shipped      boolean        not null,
  stock_taken  int            not null,
  sold         int            not null,
  restocked    int            not null,
  meta         longtext       not null,
  foreign key (order_id) references customer_order (id)
);

create index order_line_order_id on order_line (order_id, id);
create index order_line_product_id on order_line (product_id, order_id);

-- Which order has which word, and the endings of words; see docs/adr/0006.
create table order_word (
  word_id bigint not null,
  place   int    not null,
  row_id  bigint not null,
  primary key (word_id, place, row_id)
);

create index order_word_row on order_word (row_id);

create table order_word_new (
	row_id bigint not null,
	place int not null,
	folded longtext not null,
	primary key (row_id, place)
);

create table word_part (
  part    varbinary(128) not null,
  word_id bigint         not null
);

create index word_part_part on word_part (part, word_id);
create index word_part_word on word_part (word_id);

create table order_note (
  id           bigint       not null primary key,
  order_id     bigint       not null,
  created_at   timestamp(6) not null,
  author       varchar(250) not null,
  content      longtext     not null,
  for_customer boolean      not null
);

create index order_note_order_id on order_note (order_id, created_at, id);

create table order_refund (
  id           bigint         not null primary key,
  version      bigint         not null,
  order_id     bigint         not null,
  state_name   varchar(20)    not null,
  created_at   timestamp(6)   not null,
  amount       decimal(26, 8) not null,
  reason       longtext       not null,
  refunded_by  bigint         not null,
  paid         boolean        not null,
  refund_lines longtext       not null,
  tax_lines    longtext       not null,
  returns      longtext       not null,
  meta         longtext       not null
);

create index order_refund_order_id on order_refund (order_id, created_at);
create index order_refund_created_at on order_refund (created_at, id);
create index order_refund_state_name on order_refund (state_name, created_at);

create table receipt (
  token      varchar(38) not null primary key,
  order_id   bigint      not null,
  expires_on date        not null
);

create index receipt_order_id on receipt (order_id, expires_on);
create index receipt_expires_on on receipt (expires_on);

-- Orders that are being entered, with what they cause; few at a time.
create table order_entry (
  order_id bigint       not null primary key,
  effects  longtext     not null,
  begun_at timestamp(6) not null,
  undoing  boolean      not null
);

create index order_entry_begun on order_entry (begun_at);

create table placement (
  placement_key varchar(190) not null primary key,
  request_hash  varchar(64)  not null,
  order_id      bigint       not null,
  step          varchar(20)  not null,
  refusal       longtext     null,
  touched_at    timestamp(6) not null
);

create index placement_step on placement (step, touched_at);
