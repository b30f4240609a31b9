package backbeat.engine.take;

import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Footage;
import backbeat.engine.media.Media;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.TakeProblems;
import backbeat.engine.sync.SyncResult;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Group;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.sync.SyncResult.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells which clips ran together, and lets clips that their own sound cannot place profit from those that it can. */
public final class Takes {
    private final AirLinks.Traces traces;

    public Takes(Media media, Vault vault) {
        this((roll, work) -> vault.get(new AirTrace(roll.clip(), media), work));
    }

    Takes(AirLinks.Traces traces) {
        this.traces = traces;
    }

    /** @return the same result with groups, cameras, and more places; what sound had placed stands as it was */
    public SyncResult tell(SyncResult heard, Footage footage, SlateLog slate, Work work) {
        Map<String, ClipSync> results = new HashMap<>();
        heard.clips().forEach(clip -> results.put(clip.path(), clip));
        chooseByHand(footage, results, slate);
        Clocks clocks = new Clocks(rolls(footage, results), List.of());
        choose(footage, results, clocks.day(), List.of());
        List<Link> air = air(rolls(footage, results), clocks, heard.song().seconds(), work);
        if (!air.isEmpty()) {
            clocks = new Clocks(rolls(footage, results), air);
            choose(footage, results, clocks.day(), air);
        }
        List<Roll> rolls = rolls(footage, results);
        ClockLinks byClock = new ClockLinks(clocks.day(), rolls, shared(clocks, rolls));
        List<TakeGroup> groups =
                TakeGroup.of(rolls, together(byClock.linksWith(slate, shared(clocks, rolls)), air, rolls));
        Agreement agreement = new Agreement(heard.song().seconds());
        for (Roll roll : rolls) {
            TakeGroup group = groupOf(roll, groups);
            if (roll.isRefused()) {
                results.put(
                        roll.path(),
                        group == null ? placedByOwnClock(roll, rolls, clocks.day()) : placedInGroup(roll, group));
            } else if (group != null) {
                results.put(roll.path(), agreement.weighed(roll, group));
            }
        }
        return new SyncResult(
                heard.contract(),
                heard.song(),
                heard.clips().stream()
                        .map(clip -> results.getOrDefault(clip.path(), clip))
                        .toList(),
                groups.stream().map(Takes::told).toList(),
                clocks.day().cameras(),
                findings(heard, clocks, byClock, groups));
    }

    private static List<Finding> findings(SyncResult heard, Clocks clocks, ClockLinks byClock, List<TakeGroup> groups) {
        List<Finding> findings = new ArrayList<>(heard.findings());
        findings.addAll(clocks.findings());
        byClock.contradicted()
                .forEach(link -> findings.add(Finding.warning(TakeProblems.clocksContradictSong(
                        link.a().path(), link.b().path()))));
        for (TakeGroup group : groups) {
            group.outliers()
                    .forEach(link -> findings.add(Finding.warning(TakeProblems.groupDisagrees(
                            link.a().path(), link.b().path(), link.evidence().words()))));
        }
        return findings;
    }

    /** Decides between equal places where a person wrote down which it was. */
    private static void chooseByHand(Footage footage, Map<String, ClipSync> results, SlateLog slate) {
        for (Roll roll : rolls(footage, results)) {
            if (roll.isAmbiguous()) {
                slate.of(roll)
                        .ifPresent(entry ->
                                results.put(roll.path(), EqualPlaces.decidedByHand(roll.sync(), entry.songSeconds())));
            }
        }
    }

    /** Decides between equal places where a sister camera can. */
    private static void choose(Footage footage, Map<String, ClipSync> results, DayClock day, List<Link> air) {
        List<Roll> rolls = rolls(footage, results);
        for (Roll roll : rolls) {
            if (roll.isAmbiguous()) {
                List<EqualPlaces.Sister> sisters = new ArrayList<>(heardWith(roll, rolls, air));
                sisters.addAll(sisters(roll, rolls, day));
                results.put(roll.path(), EqualPlaces.decided(roll.sync(), sisters));
            }
        }
    }

    private static List<EqualPlaces.Sister> heardWith(Roll roll, List<Roll> rolls, List<Link> air) {
        return together(List.of(), air, rolls).stream()
                .filter(link -> link.has(roll) && link.other(roll).isPlaced())
                .map(link -> new EqualPlaces.Sister(
                        link.other(roll),
                        -link.from(roll),
                        link.uncertainty(),
                        link.chance(),
                        link.evidence().words() + " with camera "
                                + link.other(roll).camera()))
                .toList();
    }

    private List<Link> air(List<Roll> rolls, Clocks clocks, double songSeconds, Work work) {
        List<SharedSong> shared = shared(clocks, rolls);
        List<Link> known = new ClockLinks(clocks.day(), rolls, shared).links();
        return new AirLinks(traces, clocks.day()).links(rolls, known, shared, songSeconds, work);
    }

    /** Where two clips were heard together, that is more exact than the song heard from two places, and what clocks tell stands behind it. */
    private static List<Link> together(List<Link> byClock, List<Link> air, List<Roll> rolls) {
        Map<String, Roll> byPath = new HashMap<>();
        rolls.forEach(roll -> byPath.put(roll.path(), roll));
        List<Link> all = new ArrayList<>();
        for (Link link : air) {
            Roll a = byPath.get(link.a().path());
            Roll b = byPath.get(link.b().path());
            if (a != null && b != null) {
                all.add(link.between(a, b));
            }
        }
        all.addAll(byClock);
        return all;
    }

    private static List<Roll> rolls(Footage footage, Map<String, ClipSync> results) {
        return footage.clips().stream()
                .filter(clip -> results.containsKey(clip.path()))
                .map(clip -> new Roll(clip, Objects.requireNonNull(results.get(clip.path()))))
                .filter(roll -> !Words.isOfOtherSong(roll.sync()))
                .toList();
    }

    /** The same pairs with the places that were decided meanwhile; of those that were decided otherwise nothing is left. */
    private static List<SharedSong> shared(Clocks clocks, List<Roll> rolls) {
        Map<String, Roll> byPath = new HashMap<>();
        rolls.forEach(roll -> byPath.put(roll.path(), roll));
        return clocks.shared().stream()
                .filter(pair -> stands(pair.matchOfA(), byPath.get(pair.a().path()))
                        && stands(pair.matchOfB(), byPath.get(pair.b().path())))
                .toList();
    }

    private static boolean stands(Match match, @Nullable Roll roll) {
        return roll != null
                && roll.isPlaced()
                && roll.sync().matches().stream()
                        .anyMatch(
                                told -> told.clipStart() == match.clipStart() && told.songStart() == match.songStart());
    }

    /** Other cameras' clips of the same time of day, the best known first. */
    private static List<EqualPlaces.Sister> sisters(Roll roll, List<Roll> all, DayClock day) {
        List<EqualPlaces.Sister> sisters = new ArrayList<>();
        for (Roll other : all) {
            if (!other.camera().equals(roll.camera()) && other.isPlaced()) {
                day.between(other, roll)
                        .ifPresent(known -> sisters.add(new EqualPlaces.Sister(
                                other,
                                known.seconds(),
                                known.uncertainty(),
                                known.chance(),
                                known.clock().words() + " and camera " + other.camera())));
            }
        }
        sisters.sort(Comparator.comparingDouble(EqualPlaces.Sister::uncertainty));
        return sisters;
    }

    private static @Nullable TakeGroup groupOf(Roll roll, List<TakeGroup> groups) {
        return groups.stream()
                .filter(group -> group.starts().containsKey(roll))
                .findFirst()
                .orElse(null);
    }

    private static ClipSync placedInGroup(Roll roll, TakeGroup group) {
        Link best = group.bestLinkToPlaced(roll).orElse(null);
        if (best == null) {
            return roll.sync();
        }
        List<SisterPlace.Sister> sisters = new ArrayList<>();
        group.starts().forEach((other, start) -> {
            if (other.isPlaced()) {
                sisters.add(new SisterPlace.Sister(other, start - group.startOf(roll)));
            }
        });
        String evidence = Words.tie(best, roll);
        Map<String, Object> told = new HashMap<>();
        told.put("group", group.id());
        told.put("by", evidence);
        told.put(
                "ownSound",
                roll.sync().reason() == null ? "" : roll.sync().reason().code());
        List<Match> matches = SisterPlace.matches(roll, sisters, SisterPlace.Tie.of(best, roll), told);
        return withMatches(roll, matches, "group", evidence);
    }

    /** Only of a clip that has nothing to say itself: where its sound was heard without the song, an assumption is not enough to say otherwise. */
    private static ClipSync placedByOwnClock(Roll roll, List<Roll> all, DayClock day) {
        if (!Words.isSilent(roll.sync())) {
            return roll.sync();
        }
        List<SisterPlace.Sister> sisters = new ArrayList<>();
        DayClock.Between own = null;
        for (Roll other : all) {
            if (other.isPlaced() && !other.camera().equals(roll.camera())) {
                DayClock.Between known = day.between(roll, other).orElse(null);
                if (known != null && known.assumed()) {
                    sisters.add(new SisterPlace.Sister(other, known.seconds()));
                    own = known;
                }
            }
        }
        if (own == null) {
            return roll.sync();
        }
        Map<String, Object> told = new HashMap<>();
        told.put("by", "timecode, taken to be set like that of the other cameras");
        List<Match> matches = SisterPlace.matches(roll, sisters, SisterPlace.Tie.of(own), told);
        return withMatches(roll, matches, "timecode", "its timecode, if it was set like that of the other cameras");
    }

    private static ClipSync withMatches(Roll roll, List<Match> matches, String source, String evidence) {
        return matches.isEmpty()
                ? roll.sync()
                : roll.sync()
                        .answered(
                                "matched",
                                matches.stream().anyMatch(Match::sure)
                                        ? null
                                        : Words.placedByOthers(roll.sync(), matches.getFirst(), evidence),
                                matches,
                                source);
    }

    private static Group told(TakeGroup group) {
        return new Group(
                group.id(),
                group.inOrder().stream()
                        .map(roll -> new Member(roll.path(), Math.round(group.startOf(roll) * 1e6) / 1e6))
                        .toList());
    }
}
