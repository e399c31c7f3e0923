import { defineMiddleware } from 'astro:middleware'
import { fillVars } from './build/var-marks.ts'

/** Puts the values of seed 0 into the finished HTML of a lesson. */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
  const response = await next()
  const html = response.headers.get('content-type')?.includes('text/html')
  if (!html || !locals.vars) return response
  return new Response(fillVars(await response.text(), locals.vars), response)
})
