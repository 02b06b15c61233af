import { partRule } from '../support/part-rule.ts'

export const rule = partRule('devices', {
  id: 'machine.architecture-unknown',
  title: 'An architecture that QEMU does not run',
  source: "libvirt 11.3: \"Emulator '/usr/bin/qemu-system-x86_64' does not support arch 'alpha'\"",
  *check({ emulator }, context) {
    const { arch } = context.domain.os ?? {}
    const own = /qemu-system-(\w+)$/.exec(emulator ?? '')?.[1]
    if (own === undefined || arch === undefined) return
    const isSame =
      own === arch ||
      (arch === 'i686' && (own === 'i386' || own === 'x86_64')) ||
      (arch === 'x86_64' && own === 'kvm') ||
      (own === 'arm' && arch.startsWith('armv')) ||
      (own === 'aarch64' && arch.startsWith('armv'))
    if (isSame || !pairs.has(own) || (own === 'ppc64' && arch.startsWith('ppc'))) return
    yield {
      at: ['emulator'],
      message: `${emulator} emulates ${own}, and the guest is for ${arch}. Leave the emulator out: libvirt finds the one for ${arch}.`,
      fix: { title: 'Leave the emulator out' },
    }
  },
})

/** Programs that emulate one architecture each. */
const pairs: ReadonlySet<string> = new Set([
  'x86_64',
  'i386',
  'aarch64',
  'arm',
  'riscv64',
  'riscv32',
  'ppc64',
  'ppc',
  's390x',
  'sparc',
  'alpha',
  'loongarch64',
])
