package nl.werkvlak.platform.api;

/** All that a document says. It is read for what may not leave, and kept nowhere. */
public record ScanDocument(String text, String reason) {

    @Override
    public String toString() {
        return "Document to scan";
    }
}
