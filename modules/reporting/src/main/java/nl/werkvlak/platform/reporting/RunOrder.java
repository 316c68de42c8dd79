package nl.werkvlak.platform.reporting;

import java.time.YearMonth;

/** What is asked of a run: a month, and of whom. */
record RunOrder(YearMonth period, RunScope scope) {}
