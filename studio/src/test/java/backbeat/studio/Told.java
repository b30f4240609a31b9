package backbeat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.problem.ProblemException;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;

/** That a problem of a certain code was told. */
public final class Told {
    private Told() {}

    public static Consumer<Throwable> problem(String code) {
        return refused -> assertThat(refused)
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(known -> known.problem().code())
                .isEqualTo(code);
    }
}
