/** A point that a good answer holds. */
export interface InterviewPoint {
  id: string
  /** The point itself, one or two sentences. */
  say: string
  /** Why it matters to whoever asks. */
  why: string
  /** Id in content/units.txt of the passage that teaches it. */
  unit: string
  /** What an answer with this point is likely to contain: one of each group. */
  terms: string[][]
  /** What an interviewer asks when the point was left out. */
  followUp?: string
}

/** Commands that show the answer on a lab host. */
interface InterviewProof {
  /** Id of the lab whose host they run on. */
  lab: string
  /** Bash, to be typed at a root shell. */
  run: string
  /** Pieces of text that it prints. */
  shows: string[]
  /** What to see in it, in one or two sentences. */
  means: string
}

/** A question as an interviewer asks it, and what a good answer holds. */
export interface InterviewQuestion {
  /** The name of its file. */
  id: string
  question: string
  topic: string
  /** 1 junior, 2 senior, 3 expert. */
  level: number
  /** Time to answer, in minutes. */
  minutes: number
  points: InterviewPoint[]
  /** What people say that is not so, and what is. */
  wrongTurns: { say: string; but: string }[]
  /** An answer that holds every point. */
  answer: string
  proof: InterviewProof
}
