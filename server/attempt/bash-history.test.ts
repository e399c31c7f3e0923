import { expect, it } from 'vitest'
import { readHistory } from './bash-history.ts'

const at = (seconds: number) => new Date(seconds * 1000).toISOString()

it('reads commands with their times, those of several lines too', () => {
  const file = '#1790000000\nip a\n#1790000005\nfor i in 1 2; do\n  echo $i\ndone\n'
  expect(readHistory('host-1', file)).toEqual([
    { at: at(1790000000), host: 'host-1', command: 'ip a' },
    { at: at(1790000005), host: 'host-1', command: 'for i in 1 2; do\n  echo $i\ndone' },
  ])
})

it('takes nothing without a time, keeps control characters from the page and long commands short', () => {
  const file = `no time\n#1790000000\necho \u001b[31mred\u009b\n#1790000001\n${'x'.repeat(5000)}\n#1790000002\n\n`
  const [red, long, ...others] = readHistory('host-1', file)
  expect(red?.command).toBe('echo  [31mred')
  expect(long?.command).toHaveLength(1000)
  expect(others).toEqual([])
})
