create index applied_key_applied_at on applied_key (applied_at);
