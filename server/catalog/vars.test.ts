import { expect, test } from 'vitest'
import { drawVars, extremeVars } from './vars.ts'

const net = { pick: ['app-net', 'shop-net', 'backend'] }
const port = { int: [8000, 8999] as [number, number] }

test('the same seed draws the same values, whichever other vars there are', () => {
  expect(drawVars({ net, port }, 7)).toEqual(drawVars({ port, net }, 7))
  expect(drawVars({ net, port }, 7).port).toBe(drawVars({ port }, 7).port)
})

test('values stay within what the author allows, and all of it is drawn', () => {
  const drawn = Array.from({ length: 500 }, (_, seed) => drawVars({ net, die: { int: [1, 6] } }, seed))
  expect(new Set(drawn.map((vars) => vars.net))).toEqual(new Set(net.pick))
  expect(new Set(drawn.map((vars) => vars.die))).toEqual(new Set([1, 2, 3, 4, 5, 6]))
})

test('the extremes hold every picked value and both ends of every range', () => {
  const extremes = extremeVars({ net, port })
  expect(new Set(extremes.map((vars) => vars.net))).toEqual(new Set(net.pick))
  expect(new Set(extremes.map((vars) => vars.port))).toEqual(new Set([8000, 8999]))
})

test('a lab without vars has one drawing, an empty one', () => {
  expect(drawVars({}, 0)).toEqual({})
  expect(extremeVars({})[0]).toEqual({})
})
