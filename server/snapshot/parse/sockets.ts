import type { ListeningSocket } from '../snapshot.ts'

/** `ss -tulnpH`: who listens where. */
export function parseSockets(text: string): ListeningSocket[] {
  return text.split('\n').flatMap((line) => {
    const [protocol, , , , local = '', , ...rest] = line.trim().split(/\s+/)
    const [, address, port] = /^(.*):(\d+)$/.exec(local) ?? []
    if ((protocol !== 'tcp' && protocol !== 'udp') || address === undefined) return []
    const owners = [...rest.join(' ').matchAll(/\("([^"]*)",pid=/g)].map(([, owner]) => owner ?? '')
    return [{ protocol, address: address.replace(/%.*$/, ''), port: Number(port), owners: [...new Set(owners)] }]
  })
}
