package nl.werkvlak.platform.vault;

import org.jspecify.annotations.Nullable;

/** Something sealed that cannot be read: under another key or for another place, changed, or its key is gone. */
public final class DoesNotOpen extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** @param place what it was sealed for, such as {@code client.bsn}; never what it says */
    public DoesNotOpen(String place) {
        this(place, null);
    }

    DoesNotOpen(String place, @Nullable Throwable cause) {
        super("What was sealed for " + place + " does not open with this key", cause);
    }
}
