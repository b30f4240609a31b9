package backbeat.app.web;

import backbeat.studio.plan.Task;

/**
 * A task among those of many productions.
 *
 * @param production its name
 * @param when its date in words
 */
public record AheadTask(Task task, String production, String when, boolean mine) {}
