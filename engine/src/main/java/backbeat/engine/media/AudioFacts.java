package backbeat.engine.media;

import backbeat.engine.time.Rational;

/**
 * The sound of a media file.
 *
 * @param stream index of the stream in the file
 * @param streams how many sound streams the file has
 * @param sampleRate samples in a second
 * @param channels of the chosen stream
 * @param start clip time of its first presented sample, in seconds
 */
public record AudioFacts(int stream, int streams, String codec, int sampleRate, int channels, Rational start) {}
