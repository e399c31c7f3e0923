import type Docker from 'dockerode'
import { type KernelFeature, kernelFeatures } from '../protocol/index.ts'
import { type HostConfig, labRights } from './blueprint.ts'
import { labHostImage, USUAL_ENGINE } from './images.ts'

/** Of a feature that the script said nothing of. */
export const NOT_TRIED = 'it could not be tried'

/** Tries each feature in a network namespace that ends with the script. What fails is said in the kernel's words, the first line of them. */
const SCRIPT = `
try() { local name=$1 said; shift; said=$("$@" 2>&1) && echo "$name" || echo "$name \${said%%$'\\n'*}"; }
ip link add under type veth peer name over && ip link set under up
try esp ip xfrm state add src 192.0.2.1 dst 192.0.2.2 proto esp spi 1 mode transport aead 'rfc4106(gcm(aes))' 0x${'00'.repeat(20)} 128
try ipvlan ip link add link under name ipvlan type ipvlan mode l2
try ipvs ipvsadm --add-service --tcp-service 127.0.0.1:1 --scheduler rr
try netem tc qdisc add dev under root netem delay 1ms
try vlan ip link add link under name under.5 type vlan id 5
`

/**
 * What a lab host cannot use of this machine's kernel, each with the reason. A container with a lab host's own rights tries
 * it: what root of the machine may use is not always there for root of a user namespace.
 */
export async function lackingFeatures(docker: Docker): Promise<Partial<Record<KernelFeature, string>>> {
  const hostConfig: HostConfig = {
    ...labRights(16 << 20),
    NetworkMode: 'none',
    Memory: 64 << 20,
    PidsLimit: 32,
  }
  const container = await docker.createContainer({
    Image: labHostImage(USUAL_ENGINE),
    Labels: { 'patchbay.role': 'kernel-features' },
    Entrypoint: ['timeout', '60', 'bash', '-c', SCRIPT],
    // Its log is plain text then, without frames.
    Tty: true,
    HostConfig: hostConfig,
  })
  try {
    await container.start()
    await container.wait()
    return readLacking(String(await container.logs({ stdout: true, stderr: true })))
  } finally {
    await container.remove({ force: true, v: true })
  }
}

/** A feature that the script said nothing of counts as lacking: it was not seen to work. */
export function readLacking(output: string): Partial<Record<KernelFeature, string>> {
  const lacking: Partial<Record<KernelFeature, string>> = {}
  for (const feature of kernelFeatures) {
    const found = new RegExp(`^${feature}(?: (.*?))?\\r?$`, 'm').exec(output)
    if (!found || found[1] !== undefined) lacking[feature] = found?.[1] || NOT_TRIED
  }
  return lacking
}
