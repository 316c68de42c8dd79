--liquibase formatted sql

--changeset platform:reporting-stays-0001
--comment: By which a report could be made again: the digest of its compiled template, the styles and the texts. Of earlier reports it was not kept.
alter table report add column template_sha256 binary(32) after template_version;
--rollback alter table report drop column template_sha256;

--changeset platform:reporting-stays-0002 endDelimiter:;;
--comment: An issued version is immutable, whoever connects. Whether it may be given out stands beside it (report_standing), and an erased key takes its contents away.
create trigger report_stays after update on report for each row
  signal sqlstate '45000' set message_text = 'An issued report does not change';;
create trigger report_never_goes before delete on report for each row
  signal sqlstate '45000' set message_text = 'An issued report does not change';;
create trigger report_content_stays after update on report_content for each row
  signal sqlstate '45000' set message_text = 'An issued report does not change';;
create trigger report_content_never_goes before delete on report_content for each row
  signal sqlstate '45000' set message_text = 'An issued report does not change';;
create trigger report_tally_stays after update on report_tally for each row
  signal sqlstate '45000' set message_text = 'An issued report does not change';;
create trigger report_tally_never_goes before delete on report_tally for each row
  signal sqlstate '45000' set message_text = 'An issued report does not change';;
create trigger report_person_stays after update on report_person for each row
  signal sqlstate '45000' set message_text = 'An issued report does not change';;
--rollback drop trigger report_stays;;
--rollback drop trigger report_never_goes;;
--rollback drop trigger report_content_stays;;
--rollback drop trigger report_content_never_goes;;
--rollback drop trigger report_tally_stays;;
--rollback drop trigger report_tally_never_goes;;
--rollback drop trigger report_person_stays;;
