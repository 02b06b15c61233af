import { isX86 } from '../support/machine.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'machine.unknown',
  title: 'A machine that no QEMU has',
  severity: 'error',
  source:
    "libvirt 11.3: \"Emulator '/usr/bin/qemu-system-x86_64' does not support machine type 'pc-q35-99.0'\"",
  *check(context) {
    const machine = context.domain.os?.machine ?? ''
    // That there is one, though not for x86, is machine.architecture's to say.
    if (isX86(context) && /^virt(?:-|$)/.test(machine)) return
    const version = /^(?:pc-q35|pc-i440fx|virt)-(\d+)\.\d+$/.exec(machine)?.[1]
    const bare = machine.replace(/^(?:pc-q35|pc-i440fx|virt)-.*$/, '')
    const isTooNew = version !== undefined && Number(version) > newest
    const isX86Unknown = isX86(context) && bare !== '' && !x86Machines.has(bare)
    if (!isTooNew && !isX86Unknown) return
    const better = machine.includes('q35')
      ? 'q35'
      : machine.startsWith('virt')
        ? 'virt'
        : isX86(context)
          ? 'q35'
          : 'virt'
    yield {
      path: at(context, 'os', 'machine'),
      message: isTooNew
        ? `No QEMU has the machine ${machine} yet. ${better} is always the newest.`
        : `QEMU has no machine ${machine} for x86. Take ${better}.`,
      fix: setFix(context, `Take ${better}`, ['os', 'machine'], better),
    }
  },
}

/** Two more than the newest that this program knows: a version in numbers is ahead of it for a year at most. */
const newest = 13

const x86Machines: ReadonlySet<string> = new Set([
  'pc',
  'q35',
  'isapc',
  'microvm',
  'none',
  'xenfv',
  'xenpv',
  'x-remote',
  'nitro-enclave',
])
