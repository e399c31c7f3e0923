import { expect, test } from 'vitest'
import { parseScript } from './script.ts'
import { shownSolution } from './shown-solution.ts'

const env = { NET: 'app-net', PORT: '8123', HOST_2_IP: '10.0.0.12' }

test('the commands of one task, with the values of the vars, without what only serves the script', () => {
  const script = parseScript(
    '#!/bin/bash\n#@ task one\nset -euo pipefail\ndocker network create "$NET"\n#@ task two\nset -e\ncurl "http://$HOST_2_IP:$PORT/"\necho $OTHER $NETS\n',
  )
  expect(shownSolution(script, 'one', env)).toBe('docker network create "app-net"')
  expect(shownSolution(script, 'two', env)).toBe('curl "http://10.0.0.12:8123/"\necho $OTHER $NETS')
})

test('an answer is printed instead of submitted', () => {
  expect(shownSolution(parseScript('#@ task veth\nanswer veth "$(ip link)"\n'), 'veth', env)).toBe('echo "$(ip link)"')
})

test('where the solution runs on several hosts, it says on which', () => {
  const script = parseScript('#@ task lan\n#@ host-1\nip route\n#@ host-2\nping $HOST_2_IP\n')
  expect(shownSolution(script, 'lan', env)).toBe('# on host-1\nip route\n# on host-2\nping 10.0.0.12')
})

test('a task without a section of its own has none', () => {
  expect(shownSolution(parseScript('docker ps\n'), 'one', env)).toBe('')
})
