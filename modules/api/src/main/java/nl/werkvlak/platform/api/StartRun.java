package nl.werkvlak.platform.api;

import java.time.YearMonth;

/** The month to report on. */
public record StartRun(YearMonth period) {}
