package backbeat.engine.take;

/**
 * What a camera's clock showed at a clip's time 0.
 *
 * @param seconds on that clock
 * @param grain one standard deviation of what its steps leave open, in seconds
 */
record Reading(double seconds, double grain) {}
