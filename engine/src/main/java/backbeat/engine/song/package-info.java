/**
 * The song map: beats, bars, sections, energy, loudness and key of one song, in the contract {@code song-map/1}.
 *
 * <p>{@link SongAnalysis} is the face, {@link SongMap} what it gives. Behind it, in this order: {@code SongSpectra} (what is looked at instead of the sound), {@code BeatNetwork} (chances of
 * beats and downbeats; docs/decisions/0012) and {@code BeatCandidates} (the bar pointer over all tempos and several ranges), kept as a {@code HeardSong}; {@code BarGuess} (the
 * bars that each candidate would have), {@code CandidateChoice}, {@code BarNetwork} (the bars of the one that is chosen), {@code SteadyBeat} (whether there is a beat at all), {@code Refinement} (onto the onsets), {@code Confidence}, then {@code Sections},
 * {@code Harmony}, {@code EnergyCurve}. {@link BeatClock} says times and lengths of a map in bars and beats.
 *
 * <p>What people said of a song ({@link Corrections}) is held to by every map: {@code AgreedBeats} narrows the candidates, {@code SaidBars} and {@code SaidSections} are
 * limits for bars and sections. {@link CarriedMap} takes a map over to another version of the song, {@link SongExplanation} tells why a map is as it is.
 *
 * <p>Knows nothing of clips, cuts or frames. Lyrics are not read here.
 */
@NullMarked
package backbeat.engine.song;

import org.jspecify.annotations.NullMarked;
