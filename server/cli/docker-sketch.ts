import { FakeLabHosts } from '../lab-host/fake-lab-hosts.ts'
import type { Attempt } from '../lab-host/index.ts'

/** Lab hosts in memory whose engines know one command, `docker network create <name>`, and show what it made; for tests. */
export class DockerSketch extends FakeLabHosts {
  /** Networks by attempt. */
  readonly networks = new Map<string, string[]>()
  /** Whether a script goes wrong. */
  fails: (program: string) => boolean = () => false

  override script = ({ spec }: Attempt, _host: string, program: string) => {
    const made = [...program.matchAll(/^.*docker network create (\S+)$/gm)].map(([, name = '']) => name)
    this.networks.set(spec.id, [...(this.networks.get(spec.id) ?? []), ...made])
    return { code: this.fails(program) ? 1 : 0, output: '' }
  }

  override see: FakeLabHosts['see'] = ({ spec }, _host, request) => {
    if (request.op === 'exec') return { op: 'exec', code: 0, stdout: '[]', stderr: '' }
    if (request.op !== 'api') return { error: 'nothing to see' }
    const networks = (this.networks.get(spec.id) ?? []).map((Name) => ({
      Id: Name,
      Name,
      Driver: 'macvlan',
      Scope: 'local',
    }))
    const body = (path: string) => (path === '/version' ? { Version: '26.1.5' } : path === '/networks' ? networks : [])
    return { op: 'api', responses: request.paths.map((path) => ({ status: 200, body: JSON.stringify(body(path)) })) }
  }

  override async remove(id: string): Promise<void> {
    await super.remove(id)
    this.networks.delete(id)
  }
}
