-- Spring Modulith's event publication registry, schema version 2; the event's JSON may be longer than its default.
-- In capitals, as Modulith asks for it: on Linux, MySQL tells table names apart by case.
create table EVENT_PUBLICATION (
  id                     ${uuid} not null primary key,
  listener_id            varchar(512) not null,
  event_type             varchar(512) not null,
  serialized_event       longtext     not null,
  publication_date       ${instant} not null,
  completion_date        ${instant} null,
  status                 varchar(20)  null,
  completion_attempts    int          null,
  last_resubmission_date ${instant} null
);

create index event_publication_completion_date on EVENT_PUBLICATION (completion_date);
