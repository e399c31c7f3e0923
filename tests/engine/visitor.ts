import { expect } from 'vitest'
import { WebSocket } from 'ws'
import type { AttemptView } from '../../server/protocol/index.ts'
import { TestBrowser } from '../../server/terminal/test-browser.ts'

export const LAB = 'names-that-resolve'

/** A browser without pages: it keeps its cookie and says where it comes from. */
export class Visitor {
  cookie = ''
  readonly #origin: () => string

  /** `origin`: of the server as it runs now. */
  constructor(origin: () => string) {
    this.#origin = origin
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    // biome-ignore lint/suspicious/noExplicitAny: what the server answers is what the tests look at.
  ): Promise<{ status: number; body: any }> {
    const response = await fetch(this.#origin() + path, {
      method,
      headers: {
        origin: this.#origin(),
        ...(this.cookie && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const set = response.headers.get('set-cookie')?.split(';')[0]
    if (set !== undefined) this.cookie = set.endsWith('=') ? '' : set
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: isJson ? JSON.parse(text) : text }
  }

  /** Starts the lab and waits until it is ready. */
  async startLab(): Promise<AttemptView> {
    const { status, body } = await this.send('POST', `/api/labs/${LAB}/attempt`)
    expect([status, body.error]).toEqual([201, undefined])
    return this.sees(body.id, ({ state }) => state === 'ready')
  }

  /** Waits until the attempt is as wanted. */
  async sees(id: string, wanted: (view: AttemptView) => boolean, within = 60_000): Promise<AttemptView> {
    const deadline = performance.now() + within
    for (;;) {
      const { body } = await this.send('GET', `/api/attempts/${id}`)
      if (!body.error && wanted(body)) return body
      if (performance.now() > deadline) throw new Error(`Not seen: ${wanted}. The attempt: ${JSON.stringify(body)}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async seesTask(id: string, task: string, outcome: string): Promise<AttemptView> {
    return this.sees(id, ({ tasks }) => tasks.find((one) => one.id === task)?.outcome === outcome, 30_000)
  }

  /** A terminal's connection, open but not attached. Rejects with the refusal of the upgrade. */
  async connect(attempt: string, headers: Record<string, string> = {}): Promise<TestBrowser> {
    const path = `/api/attempts/${attempt}/hosts/host-1/terminals/1`
    const { body } = await this.send('POST', `${path}/ticket`)
    const url = `${this.#origin().replace('http', 'ws')}${path}?ticket=${body.ticket}`
    const socket = new WebSocket(url, { headers: { origin: this.#origin(), cookie: this.cookie, ...headers } })
    const browser = new TestBrowser(socket)
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    return browser
  }

  /** A terminal with a prompt. */
  async terminal(attempt: string): Promise<TestBrowser> {
    const browser = (await this.connect(attempt)).attach()
    await browser.sees('root@host-1', 15_000)
    return browser
  }
}
