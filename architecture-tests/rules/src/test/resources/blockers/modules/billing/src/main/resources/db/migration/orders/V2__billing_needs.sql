-- blocker-of-file: a migration of another module's schema
alter table line add column invoice_id bigint; -- clean: told for the file
