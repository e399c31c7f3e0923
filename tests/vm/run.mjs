// `npm run test:vm`: boots Debian 13's kernel, which has cgroup v2 alone and more features than most kernels of build
// machines, in software emulation; plays labs there; ends with one line `N passed, N failed`. It needs root on Debian or
// Ubuntu, 4 GiB of memory and 12 GiB of disk in the data folder. Its clock counts instructions, so no limit within it depends
// on how fast this machine is (docs/decisions/057).
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { dockerAnswers, provideDocker } from '../../setup/docker.mjs'
import { buildImages, imagesAreBuilt } from '../../setup/images.mjs'
import { provideProgram } from '../../setup/provide.mjs'
import { step } from '../../setup/steps.mjs'
import { checkout, emulator, machine, store } from './pieces.mjs'

/** From power on to power off, by this machine's clock. */
const MINUTES = 90

if (process.getuid?.() !== 0 || process.arch !== 'x64') {
  process.stderr.write(
    'Found no root or another processor than x64; expected root on Debian or Ubuntu, which makes the disks.\n',
  )
  process.exit(1)
}
await provideProgram()
if (!(await dockerAnswers())) await step('Docker engine', provideDocker)
if (!(await imagesAreBuilt())) await step('Images', buildImages)

const made = {}
const make = (name, key, act) =>
  step(name, async (onLine) => {
    made[key] = await act(onLine)
  })
await make('Emulator', 'qemu', emulator)
await make('Debian 13', 'debian', machine)
await make('Checkout', 'checkout', checkout)
await make('Store', 'store', store)

const { qemu, debian } = made
const kernelLine =
  'root=/dev/vda rw console=ttyS0 quiet systemd.show_status=false panic=5 mitigations=off module_blacklist=kvm_amd,kvm_intel'
// What is written goes to temporary files: the pieces stay as they are.
const disk = (file) => ['-drive', `file=${file},format=raw,if=virtio,snapshot=on`]
const child = spawn(
  qemu.file,
  [
    ...qemu.args,
    ...qemu.firmware,
    ...['-accel', 'tcg,thread=single', '-icount', 'shift=0', '-rtc', 'clock=vm'],
    ...['-cpu', 'max', '-smp', '2', '-m', '4096', '-nodefaults', '-no-reboot'],
    ...['-display', 'none', '-serial', 'stdio', '-nic', 'none'],
    ...['-kernel', debian.kernel, '-initrd', debian.initrd],
    ...['-append', kernelLine],
    ...[debian.disk, made.checkout, made.store].flatMap(disk),
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
)
const began = Date.now()
const seconds = () => Math.round((Date.now() - began) / 1000)
let overdue = false
const timer = setTimeout(() => {
  overdue = true
  child.kill('SIGKILL')
}, MINUTES * 60_000)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGKILL'))

let passed = 0
let failed = 0
let ended = false
createInterface({ input: child.stdout }).on('line', (line) => {
  const text = line.replace(/\r/g, '')
  if (/^ok - /.test(text)) passed++
  else if (/^not ok - /.test(text)) failed++
  else if (text === '# end') ended = true
  if (text.trim()) console.log(`${String(seconds()).padStart(4)} s  ${text}`)
})
child.on('close', () => {
  clearTimeout(timer)
  // A machine that ended before its last step has failed in that step.
  if (!ended) {
    failed++
    console.log(overdue ? `It did not end within ${MINUTES} minutes.` : 'The machine ended before its last step.')
  }
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
})
