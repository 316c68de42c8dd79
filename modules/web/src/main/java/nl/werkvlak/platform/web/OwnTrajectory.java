package nl.werkvlak.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.security.Caller;
import nl.werkvlak.platform.security.Doorkeeper;

/**
 * Of which trajectory a coach says something, and about which month. What is missing, or is no coach's, is told as little about
 * as what is another coach's.
 */
final class OwnTrajectory {

    private OwnTrajectory() {}

    static UUID coach() {
        return Doorkeeper.caller().map(Caller::coachId).orElseThrow(OwnTrajectory::unknown);
    }

    static UUID in(HttpServletRequest request) {
        return Here.uuidIn(request.getParameter("trajectory")).orElseThrow(OwnTrajectory::unknown);
    }

    static YearMonth monthIn(HttpServletRequest request) {
        return Here.monthIn(String.valueOf(request.getParameter("period"))).orElseThrow(OwnTrajectory::unknown);
    }

    static Refusal unknown() {
        return Refusal.unknown("trajectory", "There is no such trajectory.");
    }
}
