import { Refusal, request } from './api.ts'

/** Says that the server does not answer, until it does again; `error` is what the first request of the page met. */
export function serverDown(bar: HTMLElement, error: unknown): void {
  if (!(error instanceof Refusal) || error.code !== 'unreachable') return
  bar.hidden = false
  bar.querySelector('button')?.addEventListener('click', async (event) => {
    const button = event.currentTarget as HTMLButtonElement
    button.disabled = true
    bar.hidden = await request('GET', '/api/health').then(
      () => true,
      () => false,
    )
    button.disabled = false
  })
}
