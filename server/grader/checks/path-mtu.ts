import { z } from 'zod'
import type { Question } from '../../snapshot/snapshot.ts'
import * as fields from '../fields.ts'
import { addressesOf, targetWords } from '../reach.ts'
import { fail, pass, placeWords, type Scene, vantage } from '../scene.ts'
import { stateCheck } from '../state-check.ts'

const bytes = z.int({ error: 'bytes, 68 to 65535' }).min(68).max(65535)

const params = z
  .strictObject({
    from: fields.place.describe('Where the packets start: a container, a host, a named namespace, or the LAN.'),
    to: fields.target.describe('Where they go; of a container, to its first address.'),
    passes: bytes.optional().describe('Size in bytes, IP header included, that must get through unfragmented.'),
    fails: bytes.optional().describe('Size in bytes, IP header included, that must not.'),
    on: fields.on,
    host: fields.host,
  })
  .refine(({ passes, fails }) => passes !== undefined || fails !== undefined, { error: '`passes` or `fails`' })
  .describe('Packets of a size get through where none may be fragmented.')

type Params = z.infer<typeof params>

export const pathMtu = stateCheck<Params>({
  name: 'path-mtu',
  params,
  needs: ['containers', 'interfaces'],
  expected: ({ from, to, passes, fails }) =>
    `${[passes && `${passes} bytes get through`, fails && `${fails} do not`].filter(Boolean).join(', ')}, ${placeWords(from)} to ${targetWords(to)}`,
  evidence: ({ passes, fails }) =>
    `ping -M do -s ${(passes ?? fails ?? 68) - 28} -c 1 <address>   # 28 bytes of headers`,
  questions: (given, scene) =>
    [SMALL, given.passes, given.fails].flatMap((size) => (size ? [echo(given, size, scene)] : [])),
  judge(given, scene) {
    const gets = (size: number) => scene.answer(echo(given, size, scene))
    const small = gets(SMALL)
    if (small.ask !== 'open')
      return fail(`not even ${SMALL} bytes get through: ${small.ask === 'none' ? small.detail : ''}`)
    const through = given.passes === undefined ? undefined : gets(given.passes)
    if (through?.ask === 'none') return fail(`${given.passes} bytes do not get through: ${through.detail}`)
    if (given.fails !== undefined && gets(given.fails).ask === 'open') return fail(`${given.fails} bytes get through`)
    return pass(
      [given.passes && `${given.passes} bytes get through`, given.fails && `${given.fails} do not`]
        .filter(Boolean)
        .join(', '),
    )
  },
})

const SMALL = 84

function echo({ from, to, on }: Params, size: number, scene: Scene): Question {
  return { ask: 'ping', from: vantage(from, scene), address: addressesOf(to, scene, on)[0] ?? '', bytes: size }
}
