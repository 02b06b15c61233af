import { expect, test } from 'vitest'
import { readArgv } from '../read.ts'

function keptIn(line: string): string[] {
  const [command] = readArgv(`qemu-system-x86_64 -machine pc -nodefaults ${line}`).commands
  return (command?.domain.qemu_arguments ?? []).map(({ value = '' }) => value)
}

const disk = '-blockdev \'{"driver":"null-co","node-name":"d0"}\' -device scsi-hd,drive=d0,bus=hba.0'

test('a kept device finds the bus that libvirt makes', () => {
  expect(keptIn(`-device virtio-scsi-pci,id=hba ${disk},id=mine`)).toContain(
    '{"driver":"scsi-hd","drive":"d0","bus":"scsi0.0","id":"mine"}',
  )
})

test('it gets another id where libvirt gives that one to a controller', () => {
  const renamed = '{"driver":"scsi-hd","drive":"d0","bus":"scsi0.0","id":"kept-scsi0"}'
  expect(keptIn(`-device virtio-scsi-pci,id=hba ${disk},id=scsi0`)).toContain(renamed)
  const json = `'{"driver":"scsi-hd","drive":"d0","bus":"hba.0","id":"scsi0"}'`
  expect(keptIn(`-device virtio-scsi-pci,id=hba ${disk.replace(/scsi-hd.*/, json)}`)).toContain(renamed)
})
