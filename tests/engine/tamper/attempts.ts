import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Something that root on a lab host may do instead of the work. */
export interface Tampering {
  /** Its file below attempts/: `<kind>/<name>`. */
  name: string
  /** What it makes look as if. */
  pretends: string
  /** Tasks that would be passed if the grader believed it. */
  aims: string[]
  /** Ends with a look at what the learner's own programs show: the pretence works on the host. */
  script: string
  undo: string
}

const folder = join(import.meta.dirname, 'attempts')

/** All of them: scripts that begin with `# pretends:` and `# aims:`, and have `# undo` before what takes them back. */
export async function allTamperings(): Promise<Tampering[]> {
  const files = await readdir(folder, { recursive: true })
  return Promise.all(
    files
      .filter((file) => file.endsWith('.sh'))
      .sort()
      .map(async (file) => readTampering(file.replace(/\.sh$/, ''), await readFile(join(folder, file), 'utf8'))),
  )
}

function readTampering(name: string, text: string): Tampering {
  const [script = '', undo] = text.split(/^# undo$/m)
  const header = (key: string) => new RegExp(`^# ${key}: (.+)$`, 'm').exec(script)?.[1]
  const [pretends, aims] = [header('pretends'), header('aims')]
  if (!pretends || !aims || !undo) throw new Error(`${name}: found no "# pretends:", "# aims:" and "# undo" in it.`)
  return { name, pretends, aims: aims.split(' '), script, undo }
}

/** The tools of the attempts, and the programs these use, as a script that puts them on a host. */
export async function equipment(): Promise<string> {
  const read = (name: string) => readFile(join(import.meta.dirname, name), 'utf8')
  const put = async (name: string) => `cat > /root/tamper/${name} <<'END OF FILE'\n${await read(name)}END OF FILE\n`
  return `mkdir -p /root/tamper\n${await put('proxy.py')}${await put('fake-api.py')}`
}

export const tools = await readFile(join(import.meta.dirname, 'tools.sh'), 'utf8')
