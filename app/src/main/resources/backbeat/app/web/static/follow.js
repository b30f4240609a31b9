// The song is the clock: a picture that runs beside it is pulled by its speed, and sought anew only where it is far off. The song is never moved.

/**
 * @param {HTMLVideoElement} video that plays
 * @param {number} wanted where it should be now, in its own seconds
 * @param {number} speed of the video for one second of song
 * @param {number} rate frames a second
 */
export function follow(video, wanted, speed, rate) {
  const off = wanted - video.currentTime;
  if (Math.abs(off) > Math.max(.12, 3 / rate)) {
    if (!video.seeking) video.currentTime = Math.max(0, wanted);
    return;
  }
  const pull = Math.max(-.06, Math.min(.06, off * 1.5));
  const next = Math.min(16, Math.max(.0625, speed * (Math.abs(off) < .004 ? 1 : 1 + pull)));
  if (Math.abs(video.playbackRate - next) > .002) video.playbackRate = next;
}
