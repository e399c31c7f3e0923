import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

/** Headers that keep a page to itself. The site's own inline scripts are let in by their hashes, as built. */
export async function setSecurityHeaders(app: FastifyInstance, siteDir: string): Promise<void> {
  const policy = contentSecurityPolicy(await inlineScripts(siteDir))
  app.addHook('onRequest', async (_, reply) => {
    reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    })
  })
}

async function inlineScripts(siteDir: string): Promise<string[]> {
  const scripts: string[] = []
  for await (const file of glob('**/*.html', { cwd: siteDir })) {
    const html = await readFile(join(siteDir, file), 'utf8')
    for (const [, script] of html.matchAll(INLINE_SCRIPT)) if (script) scripts.push(script)
  }
  return scripts
}

function contentSecurityPolicy(scripts: string[]): string {
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  return [
    "default-src 'self'",
    ["script-src 'self'", ...new Set(hashes)].join(' '),
    // xterm writes its colours and sizes into style elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
