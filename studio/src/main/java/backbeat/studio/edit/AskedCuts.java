package backbeat.studio.edit;

import backbeat.engine.derive.CancelledException;
import backbeat.engine.problem.ProblemException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The versions that people wait for. One that cannot be made fails alone and is in nobody's way; of one that is cut short, whoever cut it short decides. */
final class AskedCuts {
    private static final System.Logger LOG = System.getLogger(AskedCuts.class.getName());

    private final Cuts cuts;
    private final String productionId;
    private final List<CutVersion> asked;

    AskedCuts(Cuts cuts, String productionId) {
        this.cuts = cuts;
        this.productionId = productionId;
        this.asked = cuts.asked(productionId);
    }

    boolean any() {
        return !asked.isEmpty();
    }

    /** Makes all that can be made, then throws why the first of the others could not be. */
    void makeEach(Consumer<CutVersion> making) {
        RuntimeException first = null;
        for (CutVersion version : asked) {
            RuntimeException why = make(version, making);
            first = first == null ? why : first;
        }
        if (first != null) {
            throw first;
        }
    }

    /** @return why it could not be made */
    private @Nullable RuntimeException make(CutVersion version, Consumer<CutVersion> making) {
        try {
            making.accept(version);
            return null;
        } catch (CancelledException stopped) {
            throw stopped;
        } catch (ProblemException known) {
            cuts.failed(productionId, version.number());
            return known;
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "version " + version.number() + " of " + productionId, fault);
            cuts.failed(productionId, version.number());
            return fault;
        } catch (Error fault) {
            cuts.failed(productionId, version.number());
            throw fault;
        }
    }
}
