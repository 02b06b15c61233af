import { describe, expect, it } from 'vitest'
import { readArgv } from '../qemu/index.ts'
import { resolve } from '../resolve/index.ts'
import { checkDesign } from '../rules/index.ts'
import type { Design } from '../spec/index.ts'
import { forLibvirt, liftForQemu } from './index.ts'

function devicesOf(line: string) {
  const [read] = readArgv(`qemu-system-x86_64 -M q35 ${line}`).commands
  const design = forLibvirt(liftForQemu(read?.domain ?? {}, undefined))
  const errors = checkDesign(design, undefined).filter(({ severity }) => severity === 'error')
  expect(errors).toEqual([])
  return resolve(design, undefined).domain.devices
}

describe('a line that ran, for libvirt', () => {
  it.each([
    '-display none -netdev user,id=n,hostfwd=tcp::2222-:22 -device e1000,netdev=n',
    '-vnc :1 -nic user,model=virtio-net-pci,hostfwd=udp:127.0.0.1:5353-:53,hostname=guest',
    '-display none -net nic,model=virtio -net user,hostfwd=tcp:0.0.0.0:8080-10.0.2.15:80',
  ])('has its ports forwarded by passt: %s', (line) => {
    expect(devicesOf(line)?.interfaces).toMatchObject([{ type: 'user', backend: { type: 'passt' } }])
  })

  it('keeps a user network that forwards nothing', () => {
    expect(devicesOf('-display none -nic user,model=e1000')?.interfaces?.[0]?.backend).toBeUndefined()
  })

  it.each(['-nographic', '-display none -serial stdio', '-display none -serial mon:stdio'])(
    'has a console for virsh, not a terminal: %s',
    (line) => {
      expect(devicesOf(line)?.serial).toMatchObject([{ type: 'pty' }])
    },
  )
})

it('leaves what the author of a design for libvirt said', () => {
  const design: Design = { name: 'a', spec: { libvirt: { devices: { serial: [{ type: 'stdio' }] } } } }
  expect(forLibvirt(design).spec.libvirt?.devices?.serial).toEqual([{ type: 'stdio' }])
})
