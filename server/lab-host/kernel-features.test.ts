import { expect, it } from 'vitest'
import { readLacking } from './kernel-features.ts'

it('reads what worked and what the kernel said of the rest', () => {
  const output = `esp RTNETLINK answers: Protocol not supported
ipvlan Error: Unknown device type.
ipvs
netem Error: Specified qdisc kind is unknown.
vlan
`
  expect(readLacking(output)).toEqual({
    esp: 'RTNETLINK answers: Protocol not supported',
    ipvlan: 'Error: Unknown device type.',
    netem: 'Error: Specified qdisc kind is unknown.',
  })
})

it('takes nothing for granted that was not tried', () => {
  expect(Object.keys(readLacking('vlan\n'))).toEqual(['esp', 'ipvlan', 'ipvs', 'netem'])
})
