/** Names and numbers that QEMU takes and libvirt does not, as libvirt has them: in the pairs, not in the words. */
import type { CommandOption, Pair } from '../words/command-options.ts'

/** I/O threads are called `iothread1` and up, the boot order begins with 1, and a machine has QEMU's own name. */
export function normalized(options: readonly CommandOption[]): readonly CommandOption[] {
  const threads = ioThreadNames(options)
  const isFromZero = options.some(({ pairs }) =>
    pairs.some(([key, value]) => key === 'bootindex' && Number(value) === 0),
  )
  return options.map((option) => {
    const isThread = isIoThread(option)
    const isMachine = option.name === 'machine' || option.name === 'M'
    const pairs = option.pairs.map(([key, value]): Pair => {
      if (isMachine && key === 'type') return [key, withoutVendor(value)]
      if (isFromZero && key === 'bootindex' && /^\d+$/.test(value)) return [key, String(Number(value) + 1)]
      const namesThread = isThread
        ? key === 'id'
        : /^iothread$|^iothread-vq-mapping\.\d+\.iothread$/.test(key)
      return namesThread ? [key, threads.get(value) ?? value] : [key, value]
    })
    return { ...option, pairs }
  })
}

/** `pc-q35-9.2+pve1` is `pc-q35-9.2` with a number of Proxmox VE's own QEMU behind it. */
function withoutVendor(machine: string): string {
  return machine.replace(/\+pve\d+$/, '')
}

/** The new names of I/O threads that have another name. */
function ioThreadNames(options: readonly CommandOption[]): ReadonlyMap<string, string> {
  const ids = options
    .filter(isIoThread)
    .flatMap(({ pairs }) => pairs.filter(([key]) => key === 'id').map(([, id]) => id))
  const names = new Map<string, string>()
  const taken = new Set(ids)
  let number = 0
  for (const id of ids) {
    if (/^iothread[1-9]\d*$/.test(id) || names.has(id)) continue
    do number += 1
    while (taken.has(`iothread${number}`))
    names.set(id, `iothread${number}`)
  }
  return names
}

function isIoThread({ name, pairs }: CommandOption): boolean {
  return name === 'object' && pairs.some(([key, value]) => key === 'qom-type' && value === 'iothread')
}
