import { describe, expect, it } from 'vitest'
import { renderArgv } from '../../index.ts'
import { found, resolvedOf } from '../../written-lines.test-helper.ts'
import { keptOf, lines, linesAgain, readLines } from '../read-lines.test-helper.ts'

const source = { domain: '0x0000', bus: '0x01', slot: '0x00', function: '0x0' }

describe('PCI functions', () => {
  const card = { type: 'pci', source, rom: { bar: false, file: '/rom,1' }, boot: { order: 1 } } as const

  it('are given away by the host before', () => {
    const hostdevs = [card]
    const expected = ['-device vfio-pci,host=0000:01:00.0,id=hostdev0,bootindex=1,rombar=0,romfile=/rom,,1']
    expect(lines({ hostdevs })).toEqual(expected)
    expect(linesAgain({ hostdevs })).toEqual(expected)
    expect(found({ devices: { hostdevs } })).toContain('qemu.host-setup devices.hostdevs.0')
  })

  it('may be numbered in decimal, as libvirt reads them', () => {
    const hostdevs = [
      { type: 'pci', source: { domain: '0x0021', bus: '222', slot: '31', function: '1' } },
    ] as const
    expect(lines({ hostdevs })).toEqual(['-device vfio-pci,host=0021:de:1f.1,id=hostdev0'])
  })

  it('have a screen while the guest boots', () => {
    const hostdevs = [
      { type: 'pci', source, display: 'on', ramfb: 'on' },
      { type: 'pci', source: { ...source, function: '0x1' }, display: 'off', ramfb: 'off' },
    ] as const
    const expected = [
      '-device vfio-pci-nohotplug,host=0000:01:00.0,id=hostdev0,display=on,ramfb=on',
      '-device vfio-pci,host=0000:01:00.1,id=hostdev1,display=off',
    ]
    expect(lines({ hostdevs })).toEqual(expected)
    expect(linesAgain({ hostdevs })).toEqual(expected)
  })

  it('stand in for a virtio card', () => {
    const hostdevs = [
      { type: 'pci', source, teaming: { type: 'transient', persistent: 'ua-backup0' } },
    ] as const
    const expected = ['-device vfio-pci,host=0000:01:00.0,id=hostdev0,failover_pair_id=ua-backup0']
    expect(lines({ hostdevs })).toEqual(expected)
    expect(linesAgain({ hostdevs })).toEqual(expected)
  })

  it('share one IOMMUFD where QEMU knows it', () => {
    const one = { type: 'pci', source, driver: { iommufd: true } } as const
    const hostdevs = [one, { ...one, source: { ...source, function: '0x1' } }]
    const expected = [
      '-object iommufd,id=iommufd0',
      '-device vfio-pci,host=0000:01:00.0,id=hostdev0,iommufd=iommufd0',
      '-device vfio-pci,host=0000:01:00.1,id=hostdev1,iommufd=iommufd0',
    ]
    expect(lines({ hostdevs })).toEqual(expected)
    expect(linesAgain({ hostdevs })).toEqual(expected)
    expect(lines({ hostdevs: [one] }, {}, { qemu: '8.2' })).toEqual([
      '-device vfio-pci,host=0000:01:00.0,id=hostdev0',
    ])
    expect(found({ devices: { hostdevs: [one] } }, { qemu: '8.2' })).toContain(
      'qemu.unsupported devices.hostdevs.0.driver.iommufd',
    )
  })

  it('are only kept from the host when their address is unassigned', () => {
    const hostdevs = [{ type: 'pci', source, address: { type: 'unassigned' } }] as const
    expect(lines({ hostdevs })).toEqual([])
    expect(found({ devices: { hostdevs } })).toContain('qemu.host-setup devices.hostdevs.0')
  })

  it('are read in each of their spellings', () => {
    for (const option of [
      '-device vfio-pci,host=01:00.0',
      '-device vfio-pci,host=0000:01:00.0',
      '-device vfio-pci,host=1:0.0',
      '-device pci-assign,host=01:00.0',
      '-device vfio-pci,sysfsdev=/sys/bus/pci/devices/0000:01:00.0',
      `-device '{"driver":"vfio-pci","host":"0000:01:00.0"}'`,
    ])
      expect(readLines([option]).hostdevs).toEqual([
        { mode: 'subsystem', type: 'pci', managed: 'yes', source },
      ])
  })

  it('keep what libvirt has no word for', () => {
    const [gpu] = readLines(['-device vfio-pci,host=01:00.0,x-vga=on,romfile=']).hostdevs ?? []
    expect(gpu?.rom).toEqual({ enabled: false })
    expect(gpu?.alias).toEqual({ name: 'ua-hostdevs' })
    expect(keptOf(['-device vfio-pci,host=nowhere'])).toEqual([
      '-device',
      '{"driver":"vfio-pci","host":"nowhere"}',
    ])
  })
})

describe('USB devices', () => {
  const byId = {
    type: 'usb',
    source: { vendor: '0x046d', product: '0xc52b', guest_reset: 'uninitialized' },
  } as const

  it('are found by their ids, their port, or their number now', () => {
    const hostdevs = [
      byId,
      { type: 'usb', source: { bus: '1', port: '1.2' } },
      { type: 'usb', source: { bus: '14', device: '6' } },
    ] as const
    const expected = [
      '-device usb-host,vendorid=0x046d,productid=0xc52b,id=hostdev0,guest-reset=on,guest-resets-all=off',
      '-device usb-host,hostbus=1,hostport=1.2,id=hostdev1',
      '-device usb-host,hostdevice=/dev/bus/usb/014/006,id=hostdev2',
    ]
    const isUsb = (line: string) => line.includes('usb-host')
    expect(lines({ hostdevs }).filter(isUsb)).toEqual(expected)
    expect(linesAgain({ hostdevs }).filter(isUsb)).toEqual(expected)
  })

  it('are read from the old option too', () => {
    const one = { mode: 'subsystem', type: 'usb', managed: 'yes' }
    expect(readLines(['-usbdevice host:46d:c52b', '-usbdevice host:1.4']).hostdevs).toEqual([
      { ...one, source: { vendor: '0x046d', product: '0xc52b' } },
      { ...one, source: { bus: '1', device: '4' } },
    ])
    expect(keptOf(['-usbdevice tablet'])).not.toContain('host')
  })
})

describe('SCSI', () => {
  const controllers = [{ type: 'scsi', model: 'virtio-scsi', index: 0 }] as const
  const address = { type: 'drive', controller: '0', bus: '0', target: '4', unit: '8' } as const
  const local = { adapter: 'scsi_host2', bus: '0', target: '3', unit: '1' }

  it('devices are named by a link, since their own names change', () => {
    const hostdevs = [{ type: 'scsi', source: local, readonly: true, address }] as const
    const all = lines({ controllers, hostdevs })
    expect(all).toContain(
      '-blockdev driver=host_device,filename=/var/vms/vm/scsi-2:0:3:1,node-name=libvirt-hostdev0-backend,read-only=on',
    )
    const { arguments: options, findings } = renderArgv(resolvedOf({ devices: { controllers, hostdevs } }))
    expect(options.map(({ value }) => value)).toContain(
      'scsi-generic,drive=libvirt-hostdev0-backend,id=hostdev0,bus=scsi0.0,channel=0,scsi-id=4,lun=8',
    )
    expect(findings.map(({ message }) => message).join()).toContain(
      'ln -sfn /dev/$(ls /sys/bus/scsi/devices/2:0:3:1/scsi_generic) /var/vms/vm/scsi-2:0:3:1',
    )
    expect(readLines(all).hostdevs?.[0]).toMatchObject({ type: 'scsi', source: local, readonly: true })
  })

  it('targets of iSCSI are reached by QEMU itself', () => {
    const hosts = [{ name: 'example.org', port: 3260 }]
    const iscsi = { protocol: 'iscsi', name: 'iqn.1992-01.com.example/1', hosts } as const
    const all = lines({ controllers, hostdevs: [{ type: 'scsi', source: iscsi, address }] })
    expect(all).toContain(
      '-blockdev driver=iscsi,portal=example.org:3260,target=iqn.1992-01.com.example,lun=1,transport=tcp,node-name=libvirt-hostdev0-backend,read-only=off',
    )
    expect(readLines(all).hostdevs?.[0]?.source).toEqual(iscsi)
  })

  it('devices by a name that changes stay as they are', () => {
    const options = [
      '-device virtio-scsi-pci,id=scsi0',
      '-blockdev driver=host_device,filename=/dev/sg0,node-name=sg',
      '-device scsi-generic,drive=sg,bus=scsi0.0',
    ]
    expect(keptOf(options)).toContain('{"driver":"scsi-generic","drive":"sg","bus":"scsi0.0"}')
  })

  it('targets of the host’s kernel are opened by QEMU', () => {
    const hostdevs = [
      { type: 'scsi_host', model: 'virtio-transitional', source: { protocol: 'vhost', wwpn: 'naa.51' } },
    ] as const
    const expected = ['-device vhost-scsi-pci-transitional,wwpn=naa.51,id=hostdev0']
    expect(lines({ hostdevs })).toEqual(expected)
    expect(linesAgain({ hostdevs })).toEqual(expected)
    expect(readLines(['-device vhost-scsi-pci,wwpn=naa.51,vhostfd=3']).hostdevs?.[0]?.source?.wwpn).toBe(
      'naa.51',
    )
  })
})

describe('mediated devices', () => {
  const uuid = '53764d0e-85a0-42b4-af5c-2046b460b1dc'

  it('are there before the start, and show no screen unless told so', () => {
    const hostdevs = [{ type: 'mdev', model: 'vfio-pci', source: { uuid } }] as const
    const expected = [`-device vfio-pci,id=hostdev0,sysfsdev=/sys/bus/mdev/devices/${uuid},display=off`]
    expect(lines({ hostdevs })).toEqual(expected)
    expect(linesAgain({ hostdevs })).toEqual(expected)
    expect(found({ devices: { hostdevs } })).toContain('qemu.host-setup devices.hostdevs.0')
  })

  it('of s390x are a finding elsewhere', () => {
    const hostdevs = [{ type: 'mdev', model: 'vfio-ap', source: { uuid } }] as const
    expect(found({ devices: { hostdevs } })).toContain('qemu.unsupported devices.hostdevs.0.model')
  })
})

describe('what belongs to containers', () => {
  it('is left out', () => {
    const hostdevs = [{ mode: 'capabilities', type: 'net', source: { interface: 'eth0' } }] as const
    expect(lines({ hostdevs })).toEqual([])
    expect(found({ devices: { hostdevs } })).toContain('qemu.unsupported devices.hostdevs.0')
  })
})
