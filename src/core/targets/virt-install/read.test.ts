import { expect, test } from 'vitest'
import { resolve } from '../../resolve/index.ts'
import { fitsVirtInstall, readVirtInstall } from './read.ts'

test('a line as people write it', () => {
  const text = `sudo virt-install -n web --ram 2048 --vcpus=4,sockets=1 \\
    --disk path=/srv/web.qcow2,bus=virtio --disk device=cdrom,path=/srv/x.iso,bus=sata \\
    -w bridge=br0,model=virtio --graphics none --boot uefi --osinfo debian12 --import`
  expect(fitsVirtInstall(text)).toBe(true)
  const { designs, findings } = readVirtInstall(text, 'vm', undefined)
  const [design] = designs
  expect(design?.name).toBe('web')
  expect(resolve(design ?? { name: '', spec: {} }, undefined).domain).toMatchObject({
    vcpu: { value: 4 },
    os: { firmware: 'efi' },
    devices: {
      disks: [
        { type: 'file', source: { file: '/srv/web.qcow2' }, target: { bus: 'virtio' } },
        { device: 'cdrom', source: { file: '/srv/x.iso' } },
      ],
      interfaces: [{ type: 'bridge', source: { bridge: 'br0' }, model: { type: 'virtio' } }],
    },
  })
  expect(findings.map(({ message }) => message)).toEqual([
    '--vcpus sockets=1 is not read.',
    '--osinfo debian12 is not read.',
  ])
})

test('quotes, other names, numbers and places', () => {
  const text = `virt-install --name a --memory 512 --disk none --graphics none \
    --network passt,portForward0.proto=tcp,portForward0.range0.start=2222,portForward0.range0.to=22 \
    --metadata 'title="one, two"' --watchdog i6300esb,action=reset --xml ./devices/watchdog/@model=itco \
    --qemu-commandline='-fw_cfg "name=opt/x,string=a b"' --serial xpath0.set=./@type,xpath0.value=pty`
  const { designs, findings } = readVirtInstall(text, 'vm', undefined)
  expect(findings).toEqual([])
  expect(resolve(designs[0] ?? { name: '', spec: {} }, undefined).domain).toMatchObject({
    title: 'one, two',
    qemu_arguments: [{ value: '-fw_cfg' }, { value: 'name=opt/x,string=a b' }],
    devices: {
      serial: [{ type: 'pty' }],
      watchdog: [{ model: 'itco', action: 'reset' }],
      interfaces: [{ type: 'user', backend: { type: 'passt' }, port_forwards: [{ proto: 'tcp' }] }],
    },
  })
})

test.each([
  '',
  'virt-install',
  'virt-install --disk "',
  'virt-install --xml ./a[0]/b=\u0001 --name',
  'virt-install --boot x,,=,',
])('%j does no harm', (text) => {
  expect(() => readVirtInstall(text, 'vm', undefined)).not.toThrow()
})
