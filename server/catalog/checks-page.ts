import { checks } from '../grader/index.ts'
import { type JsonSchema, jsonSchema } from './schema-file.ts'

/** `docs/checks.md`: every check with its parameters, from the descriptions that editors show. */
export function checksPage(): string {
  const sections = checks.map(({ name, params, weak }) => {
    const schema = jsonSchema(params)
    const note = weak ? ['', 'Can be faked by root of a lab host: a task needs another check beside it.'] : []
    return [
      `## ${name}`,
      '',
      ...(schema.description ? [schema.description] : []),
      ...note,
      '',
      ...table(schema),
      '',
    ].join('\n')
  })
  return [INTRODUCTION, ...sections].join('\n')
}

const INTRODUCTION = `# Checks

All that a task can demand of a lab, under \`checks:\` in lab.yaml. Made by \`node server/catalog/write-schema.ts\` from the
checks themselves. How tasks are written and judged: [writing-a-lab.md](writing-a-lab.md).
`

function table(schema: JsonSchema): string[] {
  const rows = rowsOf(schema, '')
  return ['| parameter | | |', '|---|---|---|', ...rows.map((cells) => `| ${cells.join(' | ')} |`)]
}

/** Of an object inside, its own parameters follow it, as \`to.container\`. */
function rowsOf(schema: JsonSchema, above: string): string[][] {
  const required = (schema.required as string[] | undefined) ?? []
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const forms = [field, ...(field.anyOf ?? [])]
    const says = forms.find(({ description }) => description)?.description ?? ''
    const row = [`\`${above}${name}\``, required.includes(name) ? 'required' : '', escaped(says)]
    return [row, ...forms.flatMap((form) => rowsOf(form, `${above}${name}.`))]
  })
}

const escaped = (text: string) => text.replaceAll('|', '\\|')
