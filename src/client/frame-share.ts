import type { FrameShare } from './terminal-feed.ts'

/** Of the 16 ms of a frame, for all terminals; the rest is for drawing and for the page. */
const SHARE_MS = 8
const FRAME_MS = 16
/** Some pages that are shown get no frames, behind another window for example. */
const NO_FRAME_MS = 100

let [startedAt, taken] = [0, 0]

/** The time that this page's terminals may take of each frame. A page that nobody sees has no frames to save. */
export const frameShare: FrameShare = {
  take(ms) {
    if (performance.now() - startedAt > FRAME_MS) begin()
    taken += ms
  },
  isLeft: () => document.hidden || taken < SHARE_MS || performance.now() - startedAt > FRAME_MS,
  whenNext(work) {
    const go = () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      begin()
      work()
    }
    const frame = requestAnimationFrame(go)
    const timer = setTimeout(go, NO_FRAME_MS)
  },
}

function begin(): void {
  startedAt = performance.now()
  taken = 0
}
