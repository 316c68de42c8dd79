package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.time.LocalDate;
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
        progress(document.standing());
        rows.result(document.result());
        rows.goals(document.mainGoal(), document.goals());
        rows.agreements(document.plan().agreements());
        contacts(document);
        rows.reaction(document.plan());
        background(document);
        capacity(document.capacity());
        employment(document);
        course(document);
        hours(document);
        rows.annexes(document.annexes());
        rows.orNothing(opening);
        return sheet;
    }

    private void progress(ProgressDocument.Standing standing) {
        sheet.section("progress", words.say("progress"));
        sheet.fact(words.say("progress.explanation"), standing.explanation());
        sheet.fact(words.say("progress.prognosis"), standing.prognosis());
        new Charts(words, brand).of(standing.history(), sheet);
    }

    private void contacts(ProgressDocument document) {
        sheet.section(
                "contacts", words.say("contacts", words.month(document.head().period())));
        rows.attendance(document.attendance());
        boolean subjects = document.contacts().stream().anyMatch(contact -> contact.subject() != null);
        List<ProgressDocument.Contact> inOrder = new ArrayList<>(document.contacts());
        inOrder.sort(Comparator.comparing(
                ProgressDocument.Contact::heldOn, Comparator.nullsLast(Comparator.naturalOrder())));
        for (ProgressDocument.Contact contact : inOrder) {
            sheet.tableRow(
                    subjects ? "contacts" : "contactFacts",
                    subjects ? "contact" : "contactFact",
                    words.date(contact.heldOn()),
                    words.code("contact", contact.kind()),
                    contact.subject(),
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

    private void employment(ProgressDocument document) {
        ProgressDocument.Employment employment = document.employment();
        sheet.section("employment", words.say("employment"));
        sheet.fact(words.say("employment.jobTitle"), employment.jobTitle());
        sheet.fact(
                words.say("employment.contractHours"),
                employment.contractHours() == null
                        ? null
                        : words.say("hours.perWeek", words.number(employment.contractHours())));
        LocalDate sick = employment.firstSickDay();
        LocalDate lastDay = document.head().period().atEndOfMonth();
        sheet.fact(words.say("employment.firstSickDay"), words.date(sick));
        if (sick != null && !sick.isAfter(lastDay)) {
            sheet.fact(words.say("employment.sickWeek"), words.number(Weeks.of(sick, lastDay)));
        }
    }

    private void course(ProgressDocument document) {
        ProgressDocument.Plan plan = document.plan();
        rows.course(plan);
        if (plan.startedOn() != null && plan.endedOn() == null) {
            sheet.fact(
                    words.say("course.nextReport"),
                    words.say(
                            "course.nextReport.about",
                            words.month(document.head().period().plusMonths(1))));
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
