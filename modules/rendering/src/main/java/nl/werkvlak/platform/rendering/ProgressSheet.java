package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lays out a progress report: how is it going, what happens next; then what that rests on. */
final class ProgressSheet {

    private final Words words;
    private final Color brand;
    private final Sheet sheet = new Sheet();
    private final TrajectoryRows rows;

    ProgressSheet(Words words, Color brand) {
        this.words = words;
        this.brand = brand;
        this.rows = new TrajectoryRows(words, sheet);
    }

    Sheet of(ProgressDocument document) {
        rows.title(document.head(), document.commissionNumber(), document.coach());
        rows.person(document.candidate());
        int opening = sheet.size();
        new Answer(words, brand).of(document, sheet);
        rows.progress(document.standing());
        new Charts(words, brand).of(document.standing().history(), sheet);
        rows.result(document.result());
        rows.goals(document.mainGoal(), document.goals());
        rows.agreements(document.plan().agreements());
        rows.advice(document.plan());
        contacts(document);
        applications(document);
        rows.reaction(document.plan());
        background(document);
        capacity(document.capacity());
        rows.employment(document.employment(), document.head().period().atEndOfMonth());
        course(document);
        hours(document);
        rows.annexes(document.annexes());
        rows.orNothing(opening);
        rows.people(document.coach(), document.coachPhone(), document.deputy(), document.contactPerson());
        return sheet;
    }

    private void applications(ProgressDocument document) {
        YearMonth month = document.head().period();
        sheet.section("applications", words.say("applications", words.month(month)));
        boolean jobs = document.applications().stream().anyMatch(application -> application.job() != null);
        List<ProgressDocument.Application> inOrder = new ArrayList<>(document.applications());
        inOrder.sort(Comparator.comparing(
                ProgressDocument.Application::appliedOn, Comparator.nullsLast(Comparator.naturalOrder())));
        for (ProgressDocument.Application application : inOrder) {
            sheet.tableRow(
                    jobs ? "applications" : "applicationFacts",
                    jobs ? "application" : "applicationFact",
                    words.date(application.appliedOn()),
                    words.code("application", application.kind()),
                    application.job(),
                    words.code("response", application.response()));
        }
    }

    private void contacts(ProgressDocument document) {
        sheet.section(
                "contacts", words.say("contacts", words.month(document.head().period())));
        rows.attendance(document.attendance());
        boolean subjects =
                document.contacts().stream().anyMatch(contact -> contact.subject() != null || contact.topic() != null);
        List<ProgressDocument.Contact> inOrder = new ArrayList<>(document.contacts());
        inOrder.sort(Comparator.comparing(
                ProgressDocument.Contact::heldOn, Comparator.nullsLast(Comparator.naturalOrder())));
        for (ProgressDocument.Contact contact : inOrder) {
            sheet.tableRow(
                    subjects ? "contacts" : "contactFacts",
                    subjects ? "contact" : "contactFact",
                    words.date(contact.heldOn()),
                    words.code("contact", contact.kind()),
                    contact.subject() == null ? words.code("topic", contact.topic()) : contact.subject(),
                    words.minutes(contact.minutes()));
        }
    }

    private void background(ProgressDocument document) {
        sheet.section("background", words.say("background"));
        sheet.fact(words.say("background.preference"), document.background().preference());
        sheet.fact(words.say("background.education"), document.background().education());
        sheet.fact(words.say("background.experience"), document.background().experience());
        document.strengths().forEach(strength -> sheet.fact(words.say("background.strength"), strength));
        document.improvements().forEach(point -> sheet.fact(words.say("background.improvement"), point));
    }

    private void capacity(List<ProgressDocument.CapacityStatement> statements) {
        sheet.section("capacity", words.say("capacity"));
        for (ProgressDocument.CapacityStatement statement : statements) {
            if (statement.limitation() == null) {
                continue;
            }
            sheet.tableRow(
                    "capacity",
                    "capacity",
                    statement.rubric(),
                    statement.limitation(),
                    TrajectoryRows.join(
                            words.code("source", statement.sourceRole()),
                            words.date(statement.sourceDate()),
                            statement.sourceDocument(),
                            statement.validThrough() == null
                                    ? null
                                    : words.say("capacity.validThrough", words.date(statement.validThrough()))));
        }
    }

    private void course(ProgressDocument document) {
        ProgressDocument.Plan plan = document.plan();
        rows.course(plan);
        if (plan.startedOn() != null && plan.endedOn() == null) {
            String about = words.say(
                    "course.nextReport.about",
                    words.month(document.head().period().plusMonths(1)));
            sheet.fact(words.say("course.nextReport"), TrajectoryRows.join(words.date(plan.nextReportOn()), about));
        }
    }

    private void hours(ProgressDocument document) {
        sheet.section("hours", words.say("hours"));
        sheet.fact(
                words.say("hours.inPeriod", words.month(document.head().period())),
                words.hours(document.hours().inPeriod()));
        rows.total(document.hours());
    }
}
