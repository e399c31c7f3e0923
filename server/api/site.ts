import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../errors/index.ts'

/** Serves the built site; addresses that it has not get its page 404.html. */
export async function serveSite(app: FastifyInstance, siteDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: siteDir,
    cacheControl: false,
    // The build lays them there (src/build/compress.ts).
    preCompressed: true,
    setHeaders: (reply, path) => {
      // Names of built assets carry a hash of their content.
      const hashed = path.startsWith(join(siteDir, '_astro') + sep)
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler(({ method, url }, reply) => {
    const page = '404.html'
    if (method === 'GET' && !url.startsWith('/api/') && existsSync(join(siteDir, page)))
      return reply.code(404).sendFile(page)
    throw new Problem('not-found', `There is no ${method} ${url.split('?')[0]}.`)
  })
}
