package backbeat.studio.edit;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.problem.ProblemException;
import backbeat.studio.production.Production;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Small pictures of clips. They are made when footage is looked at; where an older program left none under the name that is asked for, in the background once somebody
 * looks: all that a production lacks, one production after the other. Whoever looks does not wait, and sees them the next time. A clip that is there and cannot be
 * decoded is not tried again before the next start.
 */
final class SmallPictures {
    private static final System.Logger LOG = System.getLogger(SmallPictures.class.getName());
    private static final int WIDTH = 320;
    private static final int IDLE_SECONDS = 5;

    private final Supplier<Backbeat> engine;
    private final ScannedFootage scanned;
    private final Executor background = oneThread();
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();
    private final Set<String> without = ConcurrentHashMap.newKeySet();

    SmallPictures(Supplier<Backbeat> engine, ScannedFootage scanned) {
        this.engine = engine;
        this.scanned = scanned;
    }

    /** A clip without a picture to show is no reason to stop. */
    void make(Clip clip, Results results) {
        String name = Results.pictureName(clip.fingerprint().value());
        if (!clip.hasPicture() || Files.isRegularFile(results.file(name))) {
            return;
        }
        try {
            byte[] jpeg = engine.get().picture(clip, WIDTH, Work.quiet());
            results.write(name, unfinished -> Files.write(unfinished, jpeg));
        } catch (ProblemException unreadable) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "no picture of " + clip.path() + ": " + unreadable.problem().oneLine());
            if (Files.isRegularFile(clip.media())) {
                without.add(name);
            }
        }
    }

    /** The picture of a clip; when there is none, it is made soon. */
    Optional<Path> of(Production production, int index, Results results) {
        Optional<Path> there = results.picture(index);
        if (there.isEmpty()
                && results.footage().stream()
                        .flatMap(footage -> footage.clips().stream())
                        .anyMatch(view -> view.index() == index && isWanted(view))
                && atWork.add(production.id())) {
            background.execute(() -> makeAll(production, results));
        }
        return there;
    }

    private boolean isWanted(FootageView.ClipView view) {
        return Proxy.isName(view.proxy()) && !without.contains(Results.pictureName(String.valueOf(view.proxy())));
    }

    private void makeAll(Production production, Results results) {
        try {
            scanned.footage(production, Work.quiet()).clips().stream()
                    .filter(clip -> !without.contains(
                            Results.pictureName(clip.fingerprint().value())))
                    .forEach(clip -> make(clip, results));
        } catch (ProblemException gone) {
            LOG.log(System.Logger.Level.DEBUG, gone.problem().oneLine());
        } catch (RuntimeException closing) {
            LOG.log(System.Logger.Level.DEBUG, "small pictures of " + production.name(), closing);
        } finally {
            atWork.remove(production.id());
        }
    }

    private static Executor oneThread() {
        return new ThreadPoolExecutor(
                0,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("small-pictures").factory());
    }
}
