import { describe, expect, it } from 'vitest'
import { Demand } from './demand.ts'

const HOUR = 3_600_000
const sharesOf = (demand: Demand, places: number) => Object.fromEntries(demand.shares(places))

describe('the places of the warm pool', () => {
  it('go to the first labs until somebody asks', () => {
    expect(sharesOf(new Demand(['dns', 'mtu', 'swarm'], 0), 1)).toEqual({ dns: 1, mtu: 0, swarm: 0 })
  })

  it('go to the labs that are asked for, more to those that are asked more', () => {
    const demand = new Demand(['dns', 'mtu', 'swarm'], 0)
    for (const lab of ['mtu', 'mtu', 'mtu', 'swarm']) demand.note(lab, 0)
    expect(sharesOf(demand, 1)).toEqual({ dns: 0, mtu: 1, swarm: 0 })
    expect(sharesOf(demand, 4)).toEqual({ dns: 0, mtu: 3, swarm: 1 })
  })

  it('follow what is asked for lately', () => {
    const demand = new Demand(['dns', 'mtu'], 0)
    for (let n = 0; n < 8; n++) demand.note('dns', 0)
    demand.note('mtu', 24 * HOUR)
    expect(sharesOf(demand, 1)).toEqual({ dns: 0, mtu: 1 })
  })

  it('go to none of the labs that cannot be prepared, and nobody asks for a lab that is not there', () => {
    const demand = new Demand(['dns', 'mtu'], 0)
    demand.note('dns', 0)
    demand.note('gone', 0)
    expect([...demand.shares(2, ['mtu'])]).toEqual([['mtu', 2]])
    expect([...demand.shares(2, [])]).toEqual([])
  })
})
