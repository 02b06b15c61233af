import { devicePartsNamed } from '../support/device-parts.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'alias.prefix',
  title: 'Aliases that libvirt replaces',
  severity: 'advice',
  target: 'libvirt',
  source: 'libvirt manual, Devices: aliases of the user start with ua-, others are dropped without a word',
  *check(context) {
    const replaced = devicePartsNamed(context, 'alias').flatMap(({ held: { name }, path }) =>
      typeof name !== 'string' || name.startsWith('ua-') || isLibvirtsOwn(name)
        ? []
        : [{ name, path: [...path, 'name'] }],
    )
    const [first, ...more] = replaced
    if (first === undefined) return
    const others = more.length === 0 ? '' : `, and so ${more.map(({ name }) => name).join(', ')}`
    yield {
      at: first.path,
      message: `libvirt replaces the alias ${first.name} by one of its own${others}: yours have to start with ua-.`,
      fix: {
        title: 'Let them start with ua-',
        all: replaced.map(({ name, path }) => ({ at: path, value: `ua-${name}` })),
      },
    }
  },
}

/** `net0`, `virtio-disk12`, `scsi0-0-0-1`, `pci.3`: a dump of a running VM names every device so. */
function isLibvirtsOwn(name: string): boolean {
  const word = /^[a-z]+(?:-[a-z]+)*/.exec(name)?.[0] ?? ''
  return libvirtsWords.has(word) && /^[\d.-]*$/.test(name.slice(word.length))
}

/** libvirt 11.3, qemu_alias.c. */
const libvirtsWords: ReadonlySet<string> = new Set(
  `audio balloon ccid channel console crypto dimm fdc fs hostdev hub ide input iommu net nvdimm nvram panic
  parallel pci pcie pstore redir rng sata scsi sd serial sgx-epc shmem smartcard sound tpm usb
  usb-disk video virtio-disk virtio-serial virtiomem virtiopmem vsock watchdog`.split(/\s+/),
)
