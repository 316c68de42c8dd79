package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays out a progress report: how is it going, what happens next; then what that rests on. */
final class ProgressSheet {

    private final Words words;
    private final Color brand;
    private final Sheet sheet = new Sheet();

    ProgressSheet(Words words, Color brand) {
        this.words = words;
        this.brand = brand;
    }

    Sheet of(ProgressDocument document) {
        sheet.row(
                "title",
                words.say("title"),
                document.coach() == null
                        ? words.say("title.about", words.month(document.head().period()), document.commissionNumber())
                        : words.say(
                                "title.aboutWithCoach",
                                words.month(document.head().period()),
                                document.commissionNumber(),
                                document.coach()));
        person(document.candidate());
        int opening = sheet.size();
        new Answer(words, brand).of(document, sheet);
        progress(document.standing());
        result(document.result());
        goals(document);
        agreements(document.plan().agreements());
        contacts(document);
        reaction(document.plan());
        background(document);
        capacity(document.capacity());
        employment(document);
        course(document);
        hours(document);
        annexes(document.annexes());
        if (sheet.size() == opening) {
            sheet.section("nothing");
            sheet.row("note", words.say("nothing"));
        }
        return sheet;
    }

    private void person(ProgressDocument.Candidate candidate) {
        List<String> parts = Stream.of(
                        candidate.name(),
                        candidate.clientNumber() == null ? null : words.say("client", candidate.clientNumber()),
                        candidate.birthDate() == null ? null : words.say("born", words.date(candidate.birthDate())),
                        candidate.maskedBsn() == null ? null : words.say("bsn", candidate.maskedBsn()))
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
        if (!parts.isEmpty()) {
            String first = parts.remove(0);
            sheet.row("person", first, String.join("  ·  ", parts));
        }
    }

    private void progress(ProgressDocument.Standing standing) {
        sheet.section("progress", words.say("progress"));
        sheet.fact(words.say("progress.explanation"), standing.explanation());
        sheet.fact(words.say("progress.prognosis"), standing.prognosis());
        new Charts(words, brand).of(standing.history(), sheet);
    }

    private void result(ProgressDocument.Result result) {
        sheet.section("result", words.say("result"));
        sheet.fact(words.say("result.endReason"), words.code("endReason", result.endReason()));
        for (ProgressDocument.Placement placement : result.placements()) {
            sheet.fact(words.say("result.placement"), placement(placement));
            sheet.fact(words.say("result.employer"), placement.employer());
        }
    }

    private String placement(ProgressDocument.Placement placement) {
        return join(
                placement.startedOn() == null ? null : words.say("result.from", words.date(placement.startedOn())),
                words.code("contract", placement.contract()),
                placement.months() == null ? null : words.say("result.months", words.number(placement.months())),
                placement.hoursPerWeek() == null
                        ? null
                        : words.say("hours.perWeek", words.number(placement.hoursPerWeek())));
    }

    private static String join(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private void goals(ProgressDocument document) {
        sheet.section("goals", words.say("goals"));
        sheet.fact(words.say("goals.main"), document.mainGoal());
        for (ProgressDocument.Goal goal : document.goals()) {
            // A goal whose text stays inside leaves no gap that tells of it.
            if (goal.description() != null) {
                sheet.tableRow(
                        "goals",
                        "goal",
                        goal.description(),
                        words.date(goal.due()),
                        StatusMark.goal(words, goal.status()));
            }
        }
    }

    private void agreements(List<ProgressDocument.Agreement> agreements) {
        sheet.section("agreements", words.say("agreements"));
        for (ProgressDocument.Agreement agreement : agreements) {
            sheet.tableRow("agreements", "agreement", agreement.action(), agreement.who(), words.date(agreement.due()));
        }
    }

    private void contacts(ProgressDocument document) {
        sheet.section(
                "contacts", words.say("contacts", words.month(document.head().period())));
        attendance(document.attendance());
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

    private void attendance(ProgressDocument.Attendance attendance) {
        String said = join(
                counted("attendance.held", attendance.held()),
                counted("attendance.cancelled", attendance.cancelled()),
                counted("attendance.missed", attendance.missed()));
        if (!said.isEmpty()) {
            boolean none = Stream.of(attendance.held(), attendance.cancelled(), attendance.missed())
                    .allMatch(count -> count == null || count == 0);
            sheet.row("text", none ? words.say("attendance.none") : words.say("attendance", said));
        }
    }

    private @Nullable String counted(String key, @Nullable Integer count) {
        return count == null ? null : words.say(key, words.number(count));
    }

    private void reaction(ProgressDocument.Plan plan) {
        sheet.section("reaction", words.say("reaction"));
        sheet.fact(words.say("reaction.shownOn"), words.date(plan.shownOn()));
        sheet.fact(words.say("reaction.said"), plan.clientReaction());
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
                    join(
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
        sheet.section("course", words.say("course"));
        sheet.fact(words.say("course.product"), words.code("product", plan.product()));
        sheet.fact(words.say("course.frame"), words.code("frame", plan.product()));
        LocalDate planned = plan.plannedEnd();
        sheet.fact(words.say("course.startedOn"), words.date(plan.startedOn()));
        sheet.fact(words.say("course.plannedEnd"), words.date(planned));
        sheet.fact(words.say("course.endedOn"), words.date(plan.endedOn()));
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
        sheet.fact(words.say("hours.total"), words.hours(document.hours().total()));
        BigDecimal costs = document.hours().costs();
        sheet.fact(words.say("hours.costs"), costs == null ? null : words.euros(costs));
    }

    private void annexes(List<ProgressDocument.Annex> annexes) {
        sheet.section("annexes", words.say("annexes"));
        for (ProgressDocument.Annex annex : annexes) {
            String type = words.code("document", annex.type());
            if (type != null) {
                sheet.fact(type, words.say("annexes.releasedOn", words.orEmpty(words.date(annex.releasedOn()))));
            }
        }
    }
}
