import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { provideChromium } from '../../setup/chromium.mjs'
import { buildSite } from '../../setup/site.mjs'
import { type Bench, type Row, rowOf, Stage } from '../bench/index.ts'

const PAGES = { home: '/', lesson: '/lessons/dns/', labs: '/labs/', practice: '/practice/' }
const RUNS = 5
const TRIES = 4
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
]
/** What comes late is counted too: nothing else is asked for, so nothing more comes. */
const SETTLE_MS = 1000

/** A page with nothing on it: what the machine and the browser make of the best there can be. */
const EMPTY = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Floor</title>
<meta name="viewport" content="width=device-width"><meta name="description" content="A page with nothing on it.">
<link rel="icon" href="data:,"></head><body><main><h1>Floor</h1><p>Nothing else.</p></main></body></html>`

/** What a page costs before anything is asked of it, and what Lighthouse says (mobile); floor: an empty page. */
export const benchPages: Bench = async (say) => {
  await provideChromium(say)
  await buildSite(say)
  const stage = new Stage()
  const floor = await serveFloor()
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...ARGUMENTS, `--remote-debugging-port=${port}`],
  })
  try {
    await stage.start()
    const rows: Row[] = []
    const pages = Object.entries(PAGES).map(([name, path]) => [name, stage.origin + path] as const)
    for (const [name, url] of [...pages, ['floor', floor.url] as const]) {
      say(`${name}: bytes`)
      rows.push(...(await bytesOf(browser, name, url)), ...(await audit(port, name, url, say)))
    }
    return rows
  } finally {
    await browser.close()
    await stage.remove()
    floor.close()
  }
}

/** Bytes by kind, as gzip makes them; headers are not counted. */
async function bytesOf(browser: Browser, name: string, url: string): Promise<Row[]> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
  const page = await context.newPage()
  const sizes: Promise<{ kind: string; bytes: number }>[] = []
  page.on('response', (response) => {
    const size = response.body().then(
      (body) => gzipSync(body).length,
      () => 0,
    )
    sizes.push(size.then((bytes) => ({ kind: response.request().resourceType(), bytes })))
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.waitForTimeout(SETTLE_MS)
  const all = await Promise.all(sizes)
  await context.close()
  const sum = (fits: (kind: string) => boolean) =>
    all.filter(({ kind }) => fits(kind)).reduce((total, { bytes }) => total + bytes, 0) / 1024
  return [
    rowOf(`${name} js`, [sum((kind) => kind === 'script')], 'KiB'),
    rowOf(`${name} css`, [sum((kind) => kind === 'stylesheet')], 'KiB'),
    rowOf(`${name} total`, [sum(() => true)], 'KiB'),
  ]
}

async function audit(port: number, name: string, url: string, say: (text: string) => void): Promise<Row[]> {
  const scores = new Map<string, number[]>(CATEGORIES.map((category) => [category, []]))
  const shifts: number[] = []
  for (let run = 1; run <= RUNS; run++) {
    say(`${name}: Lighthouse, ${run} of ${RUNS}`)
    const { categories, audits } = await report(port, url, say)
    for (const category of CATEGORIES) {
      const { score, auditRefs } = categories[category]!
      scores.get(category)!.push(Math.round((score ?? 0) * 100))
      const lost = auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
      for (const { id } of lost) say(`  ${category}: ${id} ${audits[id]?.displayValue ?? 'not passed'}`)
    }
    shifts.push(audits['cumulative-layout-shift']?.numericValue ?? 0)
  }
  return [
    ...CATEGORIES.map((category) => rowOf(`${name} ${category}`, scores.get(category)!, 'score')),
    rowOf(`${name} shift`, shifts, 'shift'),
  ]
}

/** Chromium loses the beginning of a trace now and then; that is no finding about the page. */
async function report(port: number, url: string, say: (text: string) => void, tries = TRIES) {
  const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: [...CATEGORIES] })
  const fault = result ? result.lhr.runtimeError?.message : 'It gave no result.'
  if (result && fault === undefined) return result.lhr
  if (tries <= 1) throw new Error(`Lighthouse: ${fault}`)
  say(`  once more: ${fault}`)
  return report(port, url, say, tries - 1)
}

async function serveFloor(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const robots = request.url === '/robots.txt'
    response.writeHead(robots ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(robots ? '' : EMPTY)
  })
  const port = await listening(server)
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

function listening(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
