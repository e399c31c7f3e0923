import { expect, test } from 'vitest'
import { sectionsOf } from './plain-text.ts'

test('a lesson is cut at its headings, and what stands before the first belongs to none', () => {
  expect(sectionsOf('Before.\n\n## One\n\nFirst.\n\n### Two\nSecond.', {})).toEqual([
    { heading: '', text: 'Before.' },
    { heading: 'One', text: 'First.' },
    { heading: 'Two', text: 'Second.' },
  ])
})

test('markup and tags go, what they hold stays', () => {
  const mdx =
    '<Unit ids="dns.how" />\n\n<Said>The **name** is [known](/x/).</Said>\n\n- `docker ps` lists\n\n| a | b |\n|---|---|'
  expect(sectionsOf(mdx, {})[0]?.text).toBe('The name is known. docker ps lists a b')
})

test('code stays as it is, and its comments are no headings', () => {
  const mdx = '## Look\n\n```bash host=host-1\n## not a heading\ndocker inspect **x**\n```\n\nAfter.'
  expect(sectionsOf(mdx, {})).toEqual([
    { heading: '', text: '' },
    { heading: 'Look', text: '## not a heading docker inspect **x** After.' },
  ])
})

test('vars have the values of the example, in prose, headings and code', () => {
  const mdx = '## On {{net}}\n\nPort {{port}}.\n\n```\n{{net}} {{.Name}}\n```'
  expect(sectionsOf(mdx, { net: 'app-net', port: '8080' })[1]).toEqual({
    heading: 'On app-net',
    text: 'Port 8080. app-net {{.Name}}',
  })
})
