/**
 * The command line: one class for each command, text for people, {@code --json} for programs.
 *
 * <p>{@link Main} is the door. It reads the words (with picocli, which is seen in this package alone), runs the command and turns what went wrong into one line:
 * exit status 2 when a person can mend it, 1 and a report file when the fault is ours, 130 when it was stopped by Ctrl-C. Nobody is ever shown a stack trace.
 *
 * <p>No rules of the craft live here: commands check their words, ask {@code wiring} for the engine, and print what it says.
 */
@NullMarked
package backbeat.app.cli;

import org.jspecify.annotations.NullMarked;
