/**
 * What can go wrong, in words. A {@link Problem} says what happened, where, why and what to do; a {@link Finding} is a problem that did not stop the work. All
 * problems of the engine stand here, in a class for each package that tells of them ({@link MediaProblems}, {@link SyncProblems} ...), so that codes stay unique and
 * sentences sound alike. {@link ProblemException} carries one to the door where it is told.
 */
@NullMarked
package backbeat.engine.problem;

import org.jspecify.annotations.NullMarked;
