package nl.werkvlak.platform.rendering;

/** What a report says, whatever kind it is of: a record, each part of which names the category that it carries. */
public interface ReportDocument {

    DocumentHead head();
}
