import { describe, expect, test } from 'vitest'
import { type Domain, renderXmlText } from '../domain/index.ts'
import { readDomainXml } from '../lift/index.ts'
import { resolve } from '../resolve/index.ts'
import type { Design } from '../spec/index.ts'
import { withoutLibvirtsOwn } from './libvirts-own.ts'

const design: Design = {
  name: 'web',
  spec: { source: { kind: 'cloud_image', url: 'https://example.org/a.qcow2' }, ram: '2G', cpu: 2 },
}
const shown = domainOf(renderXmlText(resolve(design, undefined).domain))

function domainOf(xml: string): Domain {
  const [read] = readDomainXml(xml).domains
  if (read === undefined) throw new Error('no domain')
  return read.domain
}

/** What libvirt 11.3 dumps of the design, once it is defined. */
const dumped = `<domain type='kvm'>
  <name>web</name>
  <uuid>00a041a2-31a9-43f5-a324-381854937209</uuid>
  <memory unit='KiB'>2097152</memory>
  <currentMemory unit='KiB'>2097152</currentMemory>
  <vcpu placement='static'>2</vcpu>
  <os>
    <type arch='x86_64' machine='pc-q35-10.0'>hvm</type>
    <boot dev='hd'/>
  </os>
  <features>
    <acpi/>
    <apic/>
  </features>
  <cpu mode='host-passthrough' check='none' migratable='on'/>
  <clock offset='utc'/>
  <on_poweroff>destroy</on_poweroff>
  <on_reboot>restart</on_reboot>
  <on_crash>destroy</on_crash>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2'/>
      <source file='~/.local/share/vmwright/web/disk.qcow2'/>
      <target dev='vda' bus='virtio'/>
      <address type='pci' domain='0x0000' bus='0x04' slot='0x00' function='0x0'/>
    </disk>
    <disk type='file' device='cdrom'>
      <driver name='qemu' type='raw'/>
      <source file='~/.local/share/vmwright/web/seed.iso'/>
      <target dev='sda' bus='sata'/>
      <readonly/>
      <address type='drive' controller='0' bus='0' target='0' unit='0'/>
    </disk>
    <controller type='usb' index='0' model='qemu-xhci'>
      <address type='pci' domain='0x0000' bus='0x02' slot='0x00' function='0x0'/>
    </controller>
    <controller type='pci' index='0' model='pcie-root'/>
    <controller type='pci' index='1' model='pcie-root-port'>
      <model name='pcie-root-port'/>
      <target chassis='1' port='0x10'/>
      <address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x0' multifunction='on'/>
    </controller>
    <interface type='user'>
      <mac address='52:54:00:ed:4f:d0'/>
      <model type='virtio'/>
      <address type='pci' domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>
    </interface>
    <serial type='pty'>
      <target type='isa-serial' port='0'>
        <model name='isa-serial'/>
      </target>
    </serial>
    <console type='pty'>
      <target type='serial' port='0'/>
    </console>
    <input type='mouse' bus='ps2'/>
    <input type='keyboard' bus='ps2'/>
    <audio id='1' type='none'/>
    <watchdog model='itco' action='reset'/>
    <memballoon model='virtio'>
      <address type='pci' domain='0x0000' bus='0x05' slot='0x00' function='0x0'/>
    </memballoon>
  </devices>
</domain>
`

describe('what libvirt wrote into a domain', () => {
  test('is left aside, and said', () => {
    const { domain, findings } = withoutLibvirtsOwn(domainOf(dumped), shown)
    expect(domain).toEqual(shown)
    expect(findings.map(({ code }) => code)).toEqual(['put.libvirts-own'])
    expect(findings[0]?.message).toContain('the UUID')
    expect(findings[0]?.message).toContain('an address (3)')
  })

  test('is told apart from what a person changed or added', () => {
    const added = `<hostdev mode='subsystem' type='usb'><source><vendor id='0x1'/><product id='0x2'/></source></hostdev>
    <controller type='scsi' index='0' model='virtio-scsi'/></devices>`
    const text = dumped
      .replace("'static'>2<", "'static'>3<")
      .replace("KiB'>2097152</memory>", "KiB'>3145728</memory>")
      .replace("<input type='mouse' bus='ps2'/>", "<input type='tablet' bus='usb'/>")
      .replace("<memballoon model='virtio'>", "<memballoon model='none'>")
      .replace('</devices>', added)
    const { domain } = withoutLibvirtsOwn(domainOf(text), shown)
    expect(domain.vcpu?.value).toBe(3)
    expect(domain.memory?.value).toBe('3145728 KiB')
    expect(domain.devices?.inputs).toEqual([{ type: 'tablet', bus: 'usb' }])
    expect(domain.devices?.memballoon?.model).toBe('none')
    expect(domain.devices?.hostdevs).toHaveLength(1)
    expect(domain.devices?.controllers).toEqual([{ type: 'scsi', index: 0, model: 'virtio-scsi' }])
    expect(domain.uuid).toBeUndefined()
  })

  test.each([
    ['a watchdog that does something else', "action='reset'", "action='poweroff'"],
    ['a controller that is switched off', "index='0' model='qemu-xhci'", "index='0' model='none'"],
    [
      'firmware of its own',
      "<boot dev='hd'/>",
      "<loader readonly='yes' type='pflash'>/a.fd</loader><boot dev='hd'/>",
    ],
    ['another bus of a serial port', "<target type='isa-serial'", "<target type='usb-serial'"],
    [
      'a display for everybody',
      '</devices>',
      "<graphics type='vnc' port='-1' autoport='yes' listen='0.0.0.0'><listen type='address' address='0.0.0.0'/></graphics></devices>",
    ],
  ])('is told apart from %s', (_, from, to) => {
    const { domain } = withoutLibvirtsOwn(domainOf(dumped.replace(from, to)), shown)
    expect(dumped).toContain(from)
    expect(domain).not.toEqual(shown)
  })

  test('stays where the text is not one of libvirt’s', () => {
    const own = domainOf(dumped.replace(/<emulator>.*<\/emulator>/, ''))
    expect(withoutLibvirtsOwn(own, shown)).toEqual({ domain: own, findings: [] })
  })

  test('stays where the design says it', () => {
    const address = { type: 'pci', domain: '0x0000', bus: '0x04', slot: '0x00', function: '0x0' } as const
    const placed = domainOf(
      renderXmlText({
        ...shown,
        devices: {
          ...shown.devices,
          disks: (shown.devices?.disks ?? []).map((disk) => ({ ...disk, address })),
        },
      }),
    )
    const { domain } = withoutLibvirtsOwn(domainOf(dumped), placed)
    expect(domain.devices?.disks?.[0]?.address).toEqual(address)
  })
})
