/** Body of every refused request. */
export interface ErrorBody {
  error: {
    /** A key of the error catalogue, e.g. `lab-unknown`. */
    code: string
    message: string
    /** What to do about it. */
    remedy: string
  }
}
