/**
 * What can go wrong, in words. A {@link Problem} says what happened, where, why and what to do; a {@link Finding} is a problem that did not stop the work; {@link
 * Problems} is the catalogue of all of them. {@link ProblemException} carries one to the door where it is told.
 */
@NullMarked
package backbeat.engine.problem;

import org.jspecify.annotations.NullMarked;
