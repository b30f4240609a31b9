package backbeat.engine.problem;

/** Carries a {@link Problem} to the door where it is told to a person; its stack trace is never shown. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.oneLine());
        this.problem = problem;
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.oneLine(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
