import { ATTEMPT_EVENT, type AttemptView, type RunningView } from '../../server/protocol/index.ts'
import { asRefusal, Refusal, request } from './api.ts'
import { backoffMs } from './backoff.ts'
import { type SessionState, withView } from './session-state.ts'

/** One lab on this page: starts it, finds a running one again, follows its changes. */
export class LabSession {
  state: SessionState = { phase: 'looking' }
  readonly #lab: string
  readonly #listener: (state: SessionState) => void
  #events: EventSource | undefined
  #failures = 0

  constructor(lab: string, listener: (state: SessionState) => void) {
    this.#lab = lab
    this.#listener = listener
    window.addEventListener('online', () => this.#followAgain())
  }

  /** Finds the running attempt after a reload, or in a second tab. */
  async resume(): Promise<void> {
    this.#set({ phase: 'looking' })
    try {
      const { attempt, unavailable } = await request<RunningView>('GET', this.#path())
      if (attempt) this.#open(attempt)
      else if (unavailable) this.#set({ phase: 'unavailable', reason: unavailable })
      else this.#set({ phase: 'idle' })
    } catch (error) {
      const refusal = asRefusal(error)
      this.#set({
        phase: 'idle',
        failed: refusal.code === 'not-signed-in' ? undefined : { request: 'resume', refusal },
      })
    }
  }

  async start(): Promise<void> {
    this.#set({ phase: 'asking' })
    try {
      this.#open(await request<AttemptView>('POST', this.#path()))
    } catch (error) {
      this.#set({ phase: 'idle', failed: { request: 'start', refusal: asRefusal(error) } })
    }
  }

  /** Back to the state after setup; with `task`, the solution does the tasks before it. */
  reset(task?: string): Promise<void> {
    return this.#ask((id) => request<AttemptView>('POST', `/api/attempts/${id}/reset`, { task }))
  }

  /** More time. */
  extend(): Promise<void> {
    return this.#ask((id) => request<AttemptView>('POST', `/api/attempts/${id}/extend`))
  }

  /** Ends the attempt and removes its hosts. */
  async stop(): Promise<void> {
    await this.#ask(async (id, view) => {
      await request('DELETE', `/api/attempts/${id}`)
      const detail = view.state === 'waiting' ? 'You left the queue.' : 'You ended it. What you passed is kept.'
      return { ...view, state: 'ended', detail }
    })
  }

  /** Submits an answer. Throws a Refusal. */
  async answer(task: string, text: string): Promise<void> {
    if (this.state.phase !== 'running') {
      throw new Refusal('attempt-unknown', 'No lab runs that could be asked.', 'Start the lab, then answer again.')
    }
    const view = await request<AttemptView>('POST', `/api/attempts/${this.state.view.id}/answers`, { task, text })
    this.#set(withView(view, this.state))
  }

  /** Has the lab changed as a task's checks demand, and the task judged. */
  verify(task: string): Promise<void> {
    const path = (id: string) => `/api/attempts/${id}/tasks/${encodeURIComponent(task)}/verify`
    return this.#ask((id) => request<AttemptView>('POST', path(id)))
  }

  /** Has a task's solution shown; that is recorded. */
  showSolution(task: string): Promise<void> {
    const path = (id: string) => `/api/attempts/${id}/tasks/${encodeURIComponent(task)}/solution`
    return this.#ask((id) => request<AttemptView>('POST', path(id)))
  }

  #path(): string {
    return `/api/labs/${encodeURIComponent(this.#lab)}/attempt`
  }

  async #ask(send: (id: string, view: AttemptView) => Promise<AttemptView>): Promise<void> {
    if (this.state.phase !== 'running') return
    try {
      this.#set({ ...this.state, refusal: undefined })
      this.#set(withView(await send(this.state.view.id, this.state.view), this.state))
    } catch (error) {
      if (this.state.phase === 'running') this.#set({ ...this.state, refusal: asRefusal(error) })
    }
  }

  #set(state: SessionState): void {
    if (isOlder(state, this.state)) return
    this.state = state
    if (state.phase !== 'running') this.#close()
    this.#listener(state)
  }

  #open(view: AttemptView): void {
    this.#set(withView(view, this.state))
    if (this.state.phase === 'running') this.#follow(view.id)
  }

  #follow(id: string): void {
    this.#close()
    const events = new EventSource(`/api/attempts/${id}/events`)
    this.#events = events
    events.addEventListener(ATTEMPT_EVENT, (event) => {
      this.#failures = 0
      this.#set(withView(JSON.parse(event.data), this.state))
    })
    events.addEventListener('error', () => {
      if (this.state.phase === 'running') this.#set({ ...this.state, live: false })
      // The browser reconnects by itself unless the server refused: then we ask why.
      if (events.readyState === EventSource.CLOSED && this.#events === events) this.#followLater(id)
    })
  }

  #followLater(id: string): void {
    setTimeout(() => this.#check(id), backoffMs(this.#failures++))
  }

  async #check(id: string): Promise<void> {
    if (this.state.phase !== 'running') return
    try {
      this.#open(await request<AttemptView>('GET', `/api/attempts/${id}`))
    } catch (error) {
      const refusal = asRefusal(error)
      if (this.state.phase !== 'running') return
      if (refusal.code === 'unreachable' || refusal.code === 'unexpected') this.#followLater(id)
      else this.#set({ phase: 'over', view: { ...this.state.view, state: 'ended', detail: '' }, refusal })
    }
  }

  #followAgain(): void {
    if (this.state.phase === 'running' && !this.state.live) this.#follow(this.state.view.id)
  }

  #close(): void {
    this.#events?.close()
    this.#events = undefined
  }
}

/** An answer to a request may come after news that overtook it. */
function isOlder(next: SessionState, present: SessionState): boolean {
  if (!('view' in next) || !('view' in present) || next.view.id !== present.view.id) return false
  return next.view.revision < present.view.revision
}
