/** Who the browser is. A guest has an id and progress but no name. */
export interface AccountView {
  id: string
  guest: boolean
  /** Empty for a guest. */
  name: string
}

/** `GET /api/account`; null until a lab was started or an account made. */
export interface AccountResponse {
  account: AccountView | null
}

/** Body of sign-up and sign-in. */
export interface Credentials {
  /** 3 to 32 characters: letters, digits, `.`, `_`, `-`. */
  name: string
  /** 10 to 200 characters. */
  password: string
}

/** `GET /api/progress`: what this account passed. */
export interface ProgressView {
  labs: {
    lab: string
    completedAt: string | null
    /** `withSolution`: passed after the task's solution had been shown. */
    tasks: { task: string; passedAt: string; withSolution: boolean }[]
    /** Tasks whose solution was shown, passed or not. */
    solutionsShown: string[]
  }[]
}
