import { describe, expect, it } from 'vitest'
import { match } from './match.ts'

const fits = (expected: string, observed: string, varies = '') =>
  match(expected, observed, varies.split(' ').filter(Boolean)) !== undefined

describe('the output of a lesson', () => {
  it('is the same text, however wide its columns and whatever empty lines are in it', () => {
    expect(fits('NAME  IP\n\napi   10.0.0.1', 'NAME IP\napi 10.0.0.1\n')).toBe(true)
    expect(fits('api 10.0.0.1', 'api 10.0.0.2')).toBe(false)
    expect(fits('one', 'one\ntwo')).toBe(false)
    expect(fits('one\ntwo', 'one')).toBe(false)
    expect(fits('a.c [x] (y)', 'abc [x] (y)')).toBe(false)
  })

  it('may have other ids, MAC addresses and veth names', () => {
    expect(fits('e48fa8d85f7b veth1a2b3c4', '0123456789ab vethffffff0')).toBe(true)
    expect(fits('ether 02:42:ac:11:00:02', 'ether 66:0f:12:34:56:78')).toBe(true)
    expect(fits('br-e48fa8d85f7b', 'br-0123456789ab')).toBe(true)
    expect(fits('id e48fa8d85f7b', 'id none')).toBe(false)
  })

  it('has one id where the lesson shows one id, and keeps to it in later blocks', () => {
    const shown = 'e48fa8d85f7b'
    expect(fits(`${shown}\n${shown}`, '0123456789ab\n0123456789ab')).toBe(true)
    expect(fits(`${shown}\n${shown}`, '0123456789ab\nba9876543210')).toBe(false)
    const bound = match(`${shown}…`, `0123456789ab${'0'.repeat(52)}`)
    expect(bound).toBeDefined()
    expect(match(`is ${shown}`, 'is 0123456789ab', [], bound)).toBeDefined()
    expect(match(`is ${shown}`, 'is ba9876543210', [], bound)).toBeUndefined()
  })

  it('may leave out the rest of a line, and lines', () => {
    expect(fits('Chain DOCKER …', 'Chain DOCKER (2 references)')).toBe(true)
    expect(fits('first\n…\nlast', 'first\na\nb\nlast')).toBe(true)
    expect(fits('first\n…\nlast', 'first\na\nb\nend')).toBe(false)
  })

  it('may have other numbers where it says so; addresses stay', () => {
    expect(fits('10.0.0.1: time=2.3 ms', '10.0.0.1: time=11 ms', 'number')).toBe(true)
    expect(fits('10.0.0.1: time=2.3 ms', '10.0.0.2: time=11 ms', 'number')).toBe(false)
    expect(fits('10.0.0.1: time=2.3 ms', '10.0.0.1: time=11 ms')).toBe(false)
    expect(fits('10.0.0.1 1', '10.0.0.2 1', 'address')).toBe(true)
    expect(fits('10.0.0.1 1', '10.0.0.2 2', 'address')).toBe(false)
  })

  it('keeps a word that varies the same within the output', () => {
    expect(fits('to 127.0.0.11:41773, from 41773', 'to 127.0.0.11:5, from 5', '41773')).toBe(true)
    expect(fits('to 127.0.0.11:41773, from 41773', 'to 127.0.0.11:5, from 6', '41773')).toBe(false)
    expect(fits('12 of 123', '7 of 123', '12')).toBe(true)
    expect(fits('12 of 123', '7 of 7', '12')).toBe(false)
  })

  it('may have its lines in any order where it says so', () => {
    expect(fits('a 1\nb 2', 'b 2\na 1', 'order')).toBe(true)
    expect(fits('a 1\nb 2', 'b 2\na 1')).toBe(false)
    expect(fits('a 1\nb 2', 'b 2\nb 2', 'order')).toBe(false)
  })
})
