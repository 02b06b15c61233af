import { expect, test } from 'vitest'
import { resolve } from '../../resolve/index.ts'
import { readVirtInstall } from './read.ts'

test('a line as people write it', () => {
  const text = `sudo virt-install -n web --ram 2048 --vcpus=4,sockets=1 \\
    --disk path=/srv/web.qcow2,bus=virtio --disk device=cdrom,path=/srv/x.iso,bus=sata \\
    -w bridge=br0,model=virtio --graphics none --boot uefi --osinfo debian12 --import`
  const { designs, findings } = readVirtInstall(text, 'vm', undefined)
  const [design] = designs
  expect(design?.name).toBe('web')
  expect(resolve(design ?? { name: '', spec: {} }, undefined).domain).toMatchObject({
    vcpu: { value: 4 },
    cpu: { topology: { sockets: 1, cores: 4, threads: 1 } },
    os: { firmware: 'efi' },
    devices: {
      disks: [
        { type: 'file', source: { file: '/srv/web.qcow2' }, target: { bus: 'virtio' } },
        { device: 'cdrom', source: { file: '/srv/x.iso' } },
      ],
      interfaces: [{ type: 'bridge', source: { bridge: 'br0' }, model: { type: 'virtio' } }],
    },
  })
  expect(design?.spec.guest).toBe('debian-12')
  expect(findings).toEqual([])
})

test('the system is the guest of the design, and adds nothing that the line does not say', () => {
  const guestOf = (words: string) => {
    const { designs, findings } = readVirtInstall(
      `virt-install --name vm --memory 4096 ${words}`,
      'vm',
      undefined,
    )
    return [designs[0]?.spec.guest, ...findings.map(({ message }) => message)]
  }
  expect(guestOf('--os-variant win11')).toEqual(['windows-11'])
  expect(guestOf('--osinfo detect=on,require=off,name=ubuntu24.04')).toEqual(['ubuntu-24.04'])
  expect(guestOf('--osinfo detect=off,require=off')).toEqual([undefined])
  expect(guestOf('--osinfo linux2022')).toEqual([undefined, '--osinfo linux2022 is not read.'])
  expect(guestOf('--osinfo beos5')).toEqual([
    undefined,
    '--osinfo beos5 names a system that is not known here: say which one it is in guest.',
  ])
  const devices = (words: string) => {
    const { designs } = readVirtInstall(`virt-install --name vm --memory 4096 ${words}`, 'vm', undefined)
    return resolve(designs[0] ?? { name: '', spec: {} }, undefined).domain
  }
  expect(devices('--osinfo win11')).toEqual(devices('--osinfo detect=off'))
})

test('an ISO to take a kernel out of is a CD to start from; of a tree it is said what to do', () => {
  const read = (words: string) =>
    readVirtInstall(`virt-install --name vm --memory 2048 --disk size=20 ${words}`, 'vm', undefined)
  const iso = read('--location /srv/debian.iso')
  expect(iso.findings).toEqual([])
  expect(iso.designs).toEqual(read('--cdrom /srv/debian.iso').designs)
  const tree = read('-l https://deb.example.org/debian/dists/stable/main/installer-amd64/ -x console=ttyS0')
  expect(tree.designs).toEqual(read('').designs)
  expect(tree.findings.map(({ message }) => message.split(/[,:] /).at(-1))).toEqual([
    'or in installer.path.',
    'say it in the menu of that CD.',
  ])
  expect(read('--location /srv/tree.iso,kernel=linux').findings.map(({ message }) => message)).toEqual([
    '--location kernel=linux is not read.',
  ])
})

test('what a command leaves to virt-install: names, formats, images, and the CD to install from', () => {
  const text = `virt-install --name web --memory 3072 --disk size=20 --disk size=5,bus=scsi --disk /srv/a.qcow2 \\
    --disk /srv/b.img,target.dev=vdb --disk device=cdrom --cdrom /srv/debian.iso --graphics vnc`
  const { designs, findings } = readVirtInstall(text, 'vm', undefined)
  const [design = { name: '', spec: {} }] = designs
  const { domain, newDisks } = resolve(design, undefined)
  expect(findings).toEqual([])
  expect(domain.os?.boot).toMatchObject([{ dev: 'hd' }, { dev: 'cdrom' }])
  expect(newDisks).toMatchObject([
    { file: '/var/lib/libvirt/images/web.qcow2', format: 'qcow2', size: '20G' },
    { file: '/var/lib/libvirt/images/web-1.qcow2', format: 'qcow2', size: '5G' },
  ])
  const disks = domain.devices?.disks?.map(({ device, source, target, driver }) =>
    [device ?? 'disk', source?.file, target?.bus, target?.dev, driver?.type].join(' '),
  )
  expect(disks).toEqual([
    'disk /var/lib/libvirt/images/web.qcow2 virtio vda qcow2',
    'disk /var/lib/libvirt/images/web-1.qcow2 scsi sda qcow2',
    'disk /srv/a.qcow2 virtio vdc qcow2',
    'disk /srv/b.img  vdb ',
    'cdrom  sata sdb ',
    'cdrom /srv/debian.iso sata sdc ',
  ])
})

test('sockets alone leave the cores to the count of vCPUs, and a second sysinfo has its place', () => {
  const text = `virt-install --name web --vcpus 12,sockets=2,threads=2 --sysinfo type=smbios \\
    --xml xpath.set=./sysinfo[2]/@type,xpath.value=fwcfg`
  const { designs, findings } = readVirtInstall(text, 'vm', undefined)
  expect(findings).toEqual([])
  expect(resolve(designs[0] ?? { name: '', spec: {} }, undefined).domain).toMatchObject({
    cpu: { topology: { sockets: 2, cores: 3, threads: 2 } },
    sysinfo: { type: 'smbios' },
    more_sysinfo: [{ type: 'fwcfg' }],
  })
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
