package backbeat.app.web;

import java.time.LocalDate;
import java.util.List;

/** One day of the week, with what is due on it. */
public record WeekDay(LocalDate date, String words, boolean today, List<AheadTask> tasks) {}
