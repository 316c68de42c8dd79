--liquibase formatted sql

--changeset platform:reporting-alert-mail-0001
--comment: Queued with the alert; the key allows one of a run. Alerts of before were seen on the pages, and are not mailed.
create table alert_mail (
  run_id    uuid        not null,
  state     varchar(9)  not null default 'QUEUED',
  attempts  int         not null default 0,
  queued_at datetime(6) not null,
  next_at   datetime(6) not null,
  ended_at  datetime(6),
  constraint pk_alert_mail primary key (run_id),
  constraint fk_alert_mail_alert foreign key (run_id) references run_alert (run_id),
  constraint ck_alert_mail_state check (state in ('QUEUED', 'SENDING', 'SENT', 'UNCERTAIN', 'GIVEN_UP')),
  constraint ck_alert_mail_ended check ((state in ('QUEUED', 'SENDING')) = (ended_at is null)),
  index ix_alert_mail_due (state, next_at)
) comment = 'Mails to the administrators that a run has an alert, without content; its states are those of mail';
--rollback drop table alert_mail;
