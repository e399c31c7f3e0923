// `node open-ipvs.mjs FILE`: opens a build of the kernel's module ip_vs (x86-64, not compressed) to root of user namespaces.
// Each of its netlink commands carries a flag that asks for the right over the whole machine; here it asks for the right over
// the network namespace, as most of the kernel's network commands do. Its signature goes, since a wrong one is refused and none is not.
import { readFileSync, writeFileSync } from 'node:fs'

/** GENL_ADMIN_PERM and GENL_UNS_ADMIN_PERM of linux/genetlink.h. */
const OF_MACHINE = 0x01
const OF_NAMESPACE = 0x10
const SYMBOL = 'ip_vs_genl_ops'
/** struct genl_small_ops: two pointers, then the command, its internal flags, its flags, how it is validated. */
const ENTRY = 24
const FLAGS = 18
const SYMBOL_TABLE = 2
/** What ends a signed module; the signature's length stands in the four bytes before, the last of twelve. */
const SIGNED = '~Module signature appended~\n'

const path = process.argv[2]
const file = readFileSync(path)
const long = (at) => Number(file.readBigUInt64LE(at))

const sections = Array.from({ length: file.readUInt16LE(60) }, (_, index) => {
  const at = long(40) + index * file.readUInt16LE(58)
  return {
    type: file.readUInt32LE(at + 4),
    offset: long(at + 24),
    size: long(at + 32),
    link: file.readUInt32LE(at + 40),
  }
})
const table = sections.find(({ type }) => type === SYMBOL_TABLE)
const names = sections[table.link].offset
const nameAt = (at) => file.toString('latin1', at, file.indexOf(0, at))
let opened = 0
for (let at = table.offset; at < table.offset + table.size; at += ENTRY) {
  if (nameAt(names + file.readUInt32LE(at)) !== SYMBOL) continue
  const first = sections[file.readUInt16LE(at + 6)].offset + long(at + 8)
  for (let entry = first; entry < first + long(at + 16); entry += ENTRY) {
    if (!(file[entry + FLAGS] & OF_MACHINE)) continue
    file[entry + FLAGS] = (file[entry + FLAGS] & ~OF_MACHINE) | OF_NAMESPACE
    opened++
  }
}
if (opened === 0) throw new Error(`found no command of ${SYMBOL} in ${path} that asks for the right over the machine`)
const end = file.length - SIGNED.length
const signature = file.toString('latin1', end) === SIGNED ? SIGNED.length + 12 + file.readUInt32BE(end - 4) : 0
writeFileSync(path, file.subarray(0, file.length - signature))
console.log(`${opened} commands opened`)
