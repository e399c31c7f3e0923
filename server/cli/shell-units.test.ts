import { expect, test } from 'vitest'
import { unitsOf } from './shell-units.ts'

const texts = (script: string) => unitsOf(script).map(({ text }) => text)

test('each command is one, with the line it begins at; comments and empty lines are none', () => {
  expect(unitsOf('# why\nset -e\n\ndocker ps # all\n  # more\nip link\n')).toEqual([
    { line: 1, text: 'set -e' },
    { line: 3, text: 'docker ps # all' },
    { line: 5, text: 'ip link' },
  ])
})

test('continued lines belong together: by a backslash, a pipe, an operator', () => {
  expect(texts('docker run \\\n  -d \\\n  web\nls |\n  wc\ntrue &&\n  false\nid\n')).toEqual([
    'docker run \\\n  -d \\\n  web',
    'ls |\n  wc',
    'true &&\n  false',
    'id',
  ])
})

test('a here-document belongs to its command, whatever it holds', () => {
  const compose = "cat > a.yml <<FILE && echo done\nit's: { open\n\n# not a comment\nFILE"
  const tabs = "cat <<-'END'\n\tfor\n\tEND"
  const piped = 'cat <<FILE |\nit is "\nFILE\n  wc'
  const nested = 'x="$(cat <<FILE\n\'\nFILE\n)"'
  expect(texts([compose, tabs, piped, nested, 'cat <<< word', 'id'].join('\n'))).toEqual([
    compose,
    tabs,
    piped,
    nested,
    'cat <<< word',
    'id',
  ])
})

test('blocks belong together, on one line and on several', () => {
  const loop = 'for port in "$SHOP" "$ADMIN"; do\n  if true; then\n    iptables -I X\n  fi\ndone'
  const choice = 'case $x in\n  a) echo a ;;\n  *) echo b ;;\nesac'
  const helper = 'soon() { for _ in $(seq 100); do "$@" && return; done; exit 1; }'
  const group = '(\n  cd shop\n  compose up\n)'
  expect(texts([loop, choice, helper, group, 'echo if done'].join('\n'))).toEqual([
    loop,
    choice,
    helper,
    group,
    'echo if done',
  ])
})

test('strings belong together, and what looks like shell inside them is text', () => {
  const awk = "awk '\n  { print; done }\n' file"
  const inspect = 'answer a "$(docker inspect -f "{{(index .Networks \\"$NET\\").IP}}" web)"'
  const format = "docker inspect -f '{{.State.Pid}} # {' web"
  expect(texts([awk, inspect, format, 'echo "a\n# b"', `name=\${path##*/}`].join('\n'))).toEqual([
    awk,
    inspect,
    format,
    'echo "a\n# b"',
    `name=\${path##*/}`,
  ])
})

test('what is never closed goes to the end', () => {
  expect(texts('id\nwhile true; do\n  id\n')).toEqual(['id', 'while true; do\n  id'])
})
