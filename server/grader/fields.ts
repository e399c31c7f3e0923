import { isIP } from 'node:net'
import { z } from 'zod'

// Parameters that several checks share, so that they read and fail alike.

const engineName = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/
const engineNameError = 'a name of 2 or more letters, digits, `_`, `.` or `-`, beginning with a letter or digit'

export const host = z
  .string({ error: 'the name of a host' })
  .optional()
  .describe('Host of the lab to look at; the first one when left out.')

export const container = z
  .string({ error: engineNameError })
  .regex(engineName, { error: engineNameError })
  .describe('Exact name of a container, 2 or more characters.')

export const network = z
  .string({ error: engineNameError })
  .regex(engineName, { error: engineNameError })
  .describe('Exact name of a Docker network, e.g. "{{net}}".')

const portError = 'a port, 1 to 65535'

export const port = z
  .int({ error: portError })
  .min(1, { error: portError })
  .max(65535, { error: portError })
  .describe('Port, 1 to 65535.')

export const containers = z.array(container).min(1, { error: 'one container or more' })

export const protocol = z
  .enum(['tcp', 'udp'], { error: 'tcp or udp' })
  .optional()
  .describe('tcp or udp; tcp when left out.')

export const path = z.string().startsWith('/', { error: 'a path beginning with /' }).describe('Path, beginning with /.')

const addressError = 'an IP address'
export const address = z.string({ error: addressError }).refine((text) => isIP(text) !== 0, { error: addressError })

/** Where something is tried from: `api`, `{ host: host-2 }`, `{ container: api, host: host-2 }`, `{ netns: red }`, `{ lan: lan }`. */
export const place = z.union(
  [
    container,
    z.strictObject({ container, host }),
    z.strictObject({
      netns: z
        .string()
        .regex(/^[\w.-]+$/)
        .describe('Name of a namespace that `ip netns add` made.'),
      host,
    }),
    z.strictObject({ host: z.string().describe('The host itself.') }),
    z.strictObject({ lan: z.string().describe('A machine of this LAN that is none of the hosts.') }),
  ],
  { error: 'the name of a container, or one of {container, host}, {host}, {netns, host}, {lan}' },
)

/** What is to be reached: the same places, but the LAN, or an address. */
export const target = z.union(
  [
    container,
    z.strictObject({ container, host }),
    z.strictObject({ host: z.string().describe('A host, at its addresses on the LANs.') }),
    z.strictObject({ address: address.describe('An address as it is.') }),
  ],
  { error: 'the name of a container, or one of {container, host}, {host}, {address}' },
)

export const on = network.optional().describe('Network whose address of the container is meant; any when left out.')
