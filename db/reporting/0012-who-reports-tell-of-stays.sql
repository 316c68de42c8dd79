--liquibase formatted sql

--changeset platform:reporting-stays-0003 endDelimiter:;;
--comment: Of whom an issued report tells stays with it: it says who is told of a rectification, and what is withdrawn with whose consent. An erased client is nobody's name there.
create trigger report_person_never_goes before delete on report_person for each row
  signal sqlstate '45000' set message_text = 'An issued report does not change';;
--rollback drop trigger report_person_never_goes;;
