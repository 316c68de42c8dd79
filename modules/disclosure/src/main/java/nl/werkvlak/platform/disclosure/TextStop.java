package nl.werkvlak.platform.disclosure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.werkvlak.platform.freetext.TextGuard;
import nl.werkvlak.platform.legalbasis.Carries;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.trajectory.HeldText;
import nl.werkvlak.platform.trajectory.TextClearances;

/** Stops free texts with marks that nobody released, in what is about to be shown of one trajectory. */
final class TextStop {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

    private final UUID trajectory;
    private final TextClearances cleared;
    private final Map<DataCategory, List<HeldText>> held = new EnumMap<>(DataCategory.class);

    TextStop(UUID trajectory, TextClearances cleared) {
        this.trajectory = trajectory;
        this.cleared = cleared;
    }

    boolean lets(Carries part, String text) {
        var isGuarded = switch (part.text()) {
            case FREE -> true;
            case CODE -> !CODE.matcher(text).matches();
            case NAME, REFERENCE -> false;
        };
        if (!isGuarded) {
            return true;
        }
        var marks = TextGuard.shipped().marks(text);
        if (cleared.open(trajectory, part.value(), text, marks).isEmpty()) {
            return true;
        }
        held.computeIfAbsent(part.value(), category -> new ArrayList<>())
                .add(cleared.held(trajectory, part.value(), text));
        return false;
    }

    /** The texts that were stopped, by category. */
    Map<DataCategory, List<HeldText>> held() {
        return held;
    }
}
