// What the virtual machine is made of, kept in the data folder: an emulator, a Debian 13 with systemd, and a disk with this
// checkout and its images.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, isDone, markDone } from '../../setup/fingerprint.mjs'
import { emptyFolder, engineImage, provideDebootstrap } from '../../setup/images.mjs'
import { data, root } from '../../setup/paths.mjs'
import { run } from '../../setup/run.mjs'

const suite = 'trixie'
const folder = join(data, 'vm')
const place = (name) => join(folder, name)

/** Makes a piece where it is missing or made for something else; an interrupted one counts as missing. */
async function piece(name, sum, make) {
  const mark = place(`${name}.sum`)
  if (isDone(mark, sum) && existsSync(place(name))) return place(name)
  rmSync(mark, { force: true })
  rmSync(place(name), { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await make(place(name))
  markDone(mark, sum)
  return place(name)
}

async function debootstrap(packages, path, onLine) {
  await provideDebootstrap(onLine)
  await run('debootstrap', ['--variant=minbase', `--include=${packages.join(',')}`, suite, path], { onLine })
}

/** Debian 13's emulator; that of Debian 12 crashes Debian 13's kernel. It runs from its folder, through its own loader. */
export async function emulator(onLine) {
  const packages = ['qemu-system-x86', 'seabios']
  const path = await piece('qemu', packages.join(), (path) => debootstrap(packages, path, onLine))
  const libraries = join(path, 'usr/lib/x86_64-linux-gnu')
  return {
    file: join(path, 'lib64/ld-linux-x86-64.so.2'),
    args: ['--library-path', libraries, join(path, 'usr/bin/qemu-system-x86_64')],
    firmware: ['usr/share/qemu', 'usr/share/seabios'].flatMap((name) => ['-L', join(path, name)]),
  }
}

const unit = `[Unit]
Description=Plays a lab, then powers off
[Service]
Type=oneshot
StandardOutput=tty
StandardError=tty
TTYPath=/dev/ttyS0
ExecStart=/bin/bash /opt/patchbay/tests/vm/guest.sh
ExecStopPost=/usr/bin/systemctl --no-block poweroff
[Install]
WantedBy=multi-user.target
`
const fstab = `/dev/vda / ext4 defaults 0 0
/dev/vdb /opt/patchbay ext4 defaults 0 0
/dev/vdc /var/lib/docker ext4 defaults 0 0
`

/** Debian 13 with systemd and a Docker engine; its kernel, its initial file system and its disk. */
export async function machine(onLine) {
  const packages = [
    ...['systemd-sysv', 'udev', 'kmod', 'linux-image-cloud-amd64', 'initramfs-tools', 'e2fsprogs'],
    ...['docker.io', 'docker-cli', 'iptables', 'iproute2', 'procps', 'jq', 'xz-utils'],
  ]
  const path = await piece('debian', `${packages} ${unit} ${fstab}`, async (path) => {
    await debootstrap(packages, path, onLine)
    mkdirSync(join(path, 'opt/patchbay'), { recursive: true })
    writeFileSync(join(path, 'etc/fstab'), fstab)
    writeFileSync(join(path, 'etc/hostname'), 'patchbay-vm\n')
    writeFileSync(join(path, 'etc/systemd/system/patchbay.service'), unit)
    await run('chroot', [path, 'systemctl', 'enable', 'patchbay.service'])
    await run('chroot', [path, 'systemctl', 'mask', 'serial-getty@ttyS0.service'])
  })
  const disk = await piece('debian.ext4', `${packages} ${unit} ${fstab}`, (disk) => fill(disk, '3G', path, onLine))
  const boot = readdirSync(join(path, 'boot'))
  const file = (prefix) =>
    join(
      path,
      'boot',
      boot.find((name) => name.startsWith(prefix)),
    )
  return { disk, kernel: file('vmlinuz-'), initrd: file('initrd.img-') }
}

/** Everything of the checkout that its command line runs on, beside an archive of the lab engine's image. */
export async function checkout(onLine) {
  const parts = [
    'package.json',
    'package-lock.json',
    'bin',
    'setup',
    'server',
    'labs',
    'tests',
    'tools',
    'node_modules',
  ]
  const sources = parts.filter((part) => part !== 'node_modules' && part !== 'tools')
  const sum = `${fingerprint(...sources)} ${engineImage()}`
  return piece('checkout.ext4', sum, async (disk) => {
    const staging = await emptyFolder('vm')
    try {
      for (const part of parts) await run('cp', ['--archive', join(root, part), staging])
      onLine('saving the lab engine')
      await run('docker', ['save', '--output', join(staging, 'engine.tar'), engineImage()])
      await fill(disk, '6G', staging, onLine)
    } finally {
      rmSync(staging, { recursive: true, force: true })
    }
  })
}

/** An empty disk for the Docker engine of the machine. */
export const store = (onLine) =>
  piece('store.ext4', '1', async (disk) => fill(disk, '12G', await emptyFolder('vm-store'), onLine))

async function fill(disk, size, from, onLine) {
  onLine(`writing ${disk}`)
  await run('truncate', ['--size', size, disk])
  await run('mkfs.ext4', ['-q', '-F', '-O', '^has_journal', '-d', from, disk], {
    env: { PATH: `${process.env.PATH}:/sbin:/usr/sbin` },
  })
}
