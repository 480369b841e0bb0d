-- VIOLATION-OF-FILE another module's folder
create table hint (id bigint not null primary key);
