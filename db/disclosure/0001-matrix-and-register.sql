--liquibase formatted sql

--changeset platform:disclosure-0001
--comment: Which category may go to which kind of recipient in which kind of report. Data of the privacy officer, with versions.
create table matrix_version (
  version     varchar(20)  not null,
  first_day   date         not null,
  approved_by varchar(120) not null,
  reason      varchar(500) not null,
  constraint pk_matrix_version primary key (version),
  constraint uq_matrix_version_day unique (first_day)
) comment = 'A version of the disclosure matrix';
create table matrix_cell (
  version        varchar(20) not null,
  category       varchar(8)  not null,
  recipient_kind char(2)     not null,
  report_kind    varchar(14) not null,
  decision       varchar(5)  not null,
  codes          varchar(40),
  constraint pk_matrix_cell primary key (version, category, recipient_kind, report_kind),
  constraint fk_matrix_cell_version foreign key (version) references matrix_version (version),
  constraint ck_matrix_cell_decision check (decision in ('ALLOW', 'COND', 'AGG', 'DENY')),
  constraint ck_matrix_cell_recipient check (recipient_kind in ('E1', 'E2', 'U', 'G', 'V')),
  constraint ck_matrix_cell_report check (report_kind in ('PROGRESS', 'ACCOUNTABILITY', 'INVOICE'))
) comment = 'One cell of the disclosure matrix';
--rollback drop table matrix_cell; drop table matrix_version;
